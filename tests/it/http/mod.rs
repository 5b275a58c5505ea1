//! HTTP and WebSocket as a client meets them, over a bound port.

mod bad_forms;
mod bad_input;
mod graphql_over_http;
mod guessing;
mod headers;
mod house;
mod second_factor;
mod sign_in;
mod transport_ws;
