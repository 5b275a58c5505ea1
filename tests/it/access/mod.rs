//! Who may see and do what: the policy table against the SQL, and every root field against every role.

mod audit;
mod relations;
mod relations_of_work;
mod sweep;
