//! Enom's reseller interface: one path, a command in its parameters, an answer in text, XML or HTML.
//!
//! ```text
//!   query, body --form--> pairs --request--> Wire (who asks, in which form) + Params --command--> engine operation
//!   answer <--write-- Envelope + Fields <--command-- what the engine answered
//! ```
//!
//! The answer is always HTTP 200: what went wrong stands in it, as lines `Err1` and so on and as response numbers, which are
//! looked up in the table `ENOM`. One tree of fields is written in all three forms; what only one of them has is marked so.
//!
//! A command is a file under `commands/` and a line in the table of its area.

mod answer;
mod attributes;
mod call;
mod commands;
mod entrance;
mod envelope;
mod fields;
mod kept;
mod params;
mod person;
mod request;
mod server;
mod times;
mod tracking;
mod windows;
mod words;
mod write;

pub use server::{Server, Settings};
pub use tracking::operation_of;
