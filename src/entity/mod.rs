//! Tables: a Model each, and relations on the side of the foreign key; nothing else.

pub mod casework;
pub mod delivery;
pub mod insight;
pub mod people;
pub mod record;
