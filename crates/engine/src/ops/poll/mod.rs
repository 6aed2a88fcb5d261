//! The notice queue (RFC 5730 section 2.9.2.3).

mod acknowledge;
mod request;

pub use acknowledge::Acknowledge;
pub use request::Request;
