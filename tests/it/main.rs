//! The one integration binary. Actors are clients; folders mirror the wings. Each test has a database of its own: a copy of
//! one seeded partnership, on SQLite, or on PostgreSQL where TEST_POSTGRES_URL names a server.

mod casework;
mod dependencies;
mod layering;
mod schema;
mod support;
