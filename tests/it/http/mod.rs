//! HTTP and WebSocket as a client meets them, over a bound port.

mod graphql_over_http;
mod headers;
mod house;
mod sign_in;
mod transport_ws;
