//! RRPproxy and HEXONET over HTTP, and RRP over TLS: commands and properties as lines of text.
//!
//! ```text
//!   query, body --form--> pairs --request--> Connection (who asks) + Params (what for) --command--> engine operation
//!   answer <--response-- Head + Columns <--command-- what the engine answered
//! ```
//!
//! One request is one HTTP request, in whatever method and media type; its answer is always HTTP 200, and what went wrong
//! is a code in it. RRPproxy and HEXONET are two faces of the same commands: they differ in the letters of an
//! answer, in some texts, and in the names of some commands and parameters, and are told apart by the request.
//!
//! RRP itself says the same in its own words: see [`stream`].
//!
//! A command is a file under `commands/` and a line in the table of `commands.rs`.

mod account_name;
mod answer;
mod block;
mod call;
mod columns;
mod commands;
mod entrance;
mod face;
mod page;
mod params;
mod request;
mod response;
mod rules;
mod server;
pub mod stream;
mod times;
mod worker;

pub use rules::Rules;
pub use server::{Server, Settings};
pub use worker::Worker;
