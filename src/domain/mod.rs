//! Rules (pure) and operations (transactional), wing by wing. No GraphQL, no HTTP.

pub mod casework;
pub mod people;
pub mod record;
