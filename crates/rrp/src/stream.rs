//! RRP (RFC 2832, RFC 3632): a session over TLS, the same commands in other words.
//!
//! ```text
//!   bytes --message--> Message (verb, entity, attributes, options) --translate--> command of `commands/` + Params
//!   bytes <--answer-- code, text, properties that RRP knows <--command-- what the engine answered
//! ```
//!
//! ```text
//!   connect ──> greeting ──> before ──session──> open ──quit──> closed
//!                              │ │                │  ^
//!                              │ └─second failure─┼──┼──> closed
//!                              └──other: 547      └──┘ commands; session: 547
//! ```

mod answer;
mod message;
mod server;
mod session;
mod sign_on;
mod statuses;
mod translate;

pub use server::{Server, Settings};
