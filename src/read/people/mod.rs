//! Reads of places, organisations, those who sign in, and children.

pub mod account;
pub mod area;
pub mod by_itself;
pub mod consent;
pub mod directory;
pub mod entrance;
pub mod invitation;
pub mod link;
pub mod membership;
pub mod organisation;
pub mod relation;
pub mod user;
pub mod young_person;
