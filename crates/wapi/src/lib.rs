//! WAPI: commands of resellers over HTTP, in JSON and in XML.
//!
//! ```text
//!   body --form--> text --json | xml--> Node --envelope--> Envelope --command--> engine operation
//!   answer <--json | xml-- Tree <--response-- Reply <--command-- what the engine answered
//! ```
//!
//! One request is one HTTP request. It carries its own proof of who asks ([`token`]), its answer is always HTTP 200, and
//! what went wrong is a code in it. Both formats are the same tree, so a command knows neither.
//!
//! A command is a file under `commands/` and a line in the table of `commands.rs`.

mod answer;
mod commands;
mod contact_data;
mod envelope;
mod form;
mod format;
mod json;
mod name_servers;
mod node;
mod notice;
mod params;
mod response;
mod server;
mod status;
mod times;
mod token;
mod tree;
mod xml;

/// A command on its way to the engine.
use edge::Errand as Call;
pub use notice::FORMS;
pub use server::{Server, Settings};
