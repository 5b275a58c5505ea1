//! Who may see and do what: the policy table against the SQL, and every root field against every role.

mod audit;
pub mod relations;
mod relations_of_places;
mod relations_of_sessions;
mod relations_of_work;
pub mod sweep;
