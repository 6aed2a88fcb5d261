//! The Extensible Provisioning Protocol (RFC 5730 to 5734) as an edge of the engine.

mod namespaces;
mod objects;
mod syntax;
