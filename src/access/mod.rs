//! Who may see and do what: the viewer, the relations in which they stand to a row, and the one policy table.
//!
//! Owns the table; `read/` has each relation as an SQL condition, and a test compares the two for every role and row.

mod policy;
mod relation;
mod viewer;

pub use policy::{Act, Grants, ROLES, See, does, opens_children, print, sees};
pub use relation::{Relation, Relations};
pub use viewer::{Viewer, service_of};
