//! A port for a program of the test's own, which binds it itself.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};

use ridgeway::platform::chance::Chance;

/// Below those that the system gives to whoever asks for any (from 32768 on), so that nobody is given it before it is bound.
pub fn free() -> SocketAddr {
    loop {
        let port = 10_000 + u16::from_be_bytes(Chance::System.bytes()) % 20_000;
        let at = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        if TcpListener::bind(at).is_ok() {
            return at;
        }
    }
}
