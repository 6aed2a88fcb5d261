//! The Extensible Provisioning Protocol (RFC 5730 to 5734) as an edge of the engine.
//!
//! ```text
//!   frame ──> request ──> (commands: which object, which command) ──> objects/*/parse ──┐
//!                 └─────> extensions/*: work their part into the request ───────────────┤
//!                                                                                       v
//!   frame <── response <── objects/*/render, extensions/*::write <── answer <── dispatch: the engine
//! ```
//!
//! No rule about domains stands here, and no result code: both belong to the engine and the tables of `outcomes`.
//! Start reading at [`commands`], which lists every command. What differs in the EPP of a registry with schemas of its
//! own is a [`dialect`].

mod answer;
mod commands;
mod dialect;
mod dispatch;
mod extensions;
mod frame;
mod greeting;
mod login;
mod namespaces;
pub mod nominet;
mod objects;
mod poll;
mod request;
mod response;
mod rfc;
mod server;
mod services;
mod session;
mod syntax;

pub use rfc::Server;
pub use server::Settings;
