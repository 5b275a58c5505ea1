//! The one integration binary. Actors are clients; folders mirror the wings. Each test has a database of its own: a copy of
//! one seeded partnership, on SQLite, or on PostgreSQL where TEST_POSTGRES_URL names a server.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod access;
mod casework;
mod command_line;
mod delivery;
mod dependencies;
mod faults;
mod fuzz;
mod http;
mod insight;
mod layering;
mod learnt;
mod live;
mod markers;
mod migrations;
mod orders;
mod people;
mod record;
mod schema;
mod support;
mod vocabulary;
