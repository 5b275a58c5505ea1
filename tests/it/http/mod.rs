//! HTTP and WebSocket as a client meets them, over a bound port.

mod addresses;
mod bad_forms;
mod bad_input;
mod documents;
mod events;
mod graphql_over_http;
mod guessing;
mod headers;
pub mod house;
mod limits;
mod mute;
mod proxies;
mod register_key;
mod schools;
mod second_factor;
mod sign_in;
mod slow;
pub mod transport_ws;
