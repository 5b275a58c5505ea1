//! Ridgeway: case management for early intervention in youth violence.
//!
//! One binary serves a GraphQL API, live updates and the embedded frontend. The floors, from the ground up:
//! [`platform`] (configuration, database, clock, keys, errors; knows no noun), [`words`] (the vocabulary),
//! `access` (who may see and do what), `entity` (tables), `read` (every SELECT), `domain` (rules and operations),
//! `graphql` (the surface), and at the top `http`, `worker` and `seed`. Each floor uses only the floors below it.

pub mod access;
pub mod cli;
pub mod domain;
pub mod entity;
pub mod graphql;
pub mod http;
pub mod platform;
pub mod read;
pub mod seed;
pub mod words;
pub mod worker;
