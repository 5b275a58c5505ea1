//! Rules (pure) and operations (transactional), wing by wing. No GraphQL, no HTTP.

pub mod casework;
pub mod checks;
pub mod delivery;
pub mod due;
pub mod insight;
pub mod people;
pub mod record;
