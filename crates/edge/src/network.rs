//! Addresses of clients.

use std::net::SocketAddr;

pub use engine::model::Network;
pub(crate) use engine::model::source_of;

/// An address with IPv4-mapped IPv6 written as IPv4, so that one client has one address on every listener.
pub(crate) fn canonical(address: SocketAddr) -> SocketAddr {
    SocketAddr::new(address.ip().to_canonical(), address.port())
}
