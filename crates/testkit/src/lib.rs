//! What the tests of the running server share. It knows the server from outside only: a program to start, sockets to
//! speak to, files that it writes.
//!
//! ```text
//!   scenarios/**/*.txt --parse--> Scenario --play--> Server <--sockets-- EppClient
//!                                    |                                      |
//!                                 Coverage <-------- answers -------> Schemas
//! ```
//!
//! - [`Launch`] starts a [`Server`] on free ports, in memory or on a data directory that outlives it;
//! - [`EppClient`] speaks EPP to it, politely or byte by byte;
//! - [`Control`] moves its clock and orders its faults;
//! - [`scenario`] reads and plays conversations written as text (`scenarios/README.md` has the grammar);
//! - [`Schemas`] judges answers by the XML schemas, [`Coverage`] tells which codes and outcomes were really given.

mod answer;
mod api;
mod books;
mod client;
mod control;
mod coverage;
mod endurance;
mod enom;
mod frame;
mod path;
mod patience;
mod preload;
mod ready;
mod rrp;
pub mod scenario;
mod schemas;
mod server;
mod skipped;
mod wapi;

pub use answer::Answer;
pub use api::{ApiFace, ApiForm};
pub use books::Books;
pub use client::{ClientIdentity, EppClient, command, epp};
pub use control::Control;
pub use coverage::Coverage;
pub use endurance::{enduring, rounds};
pub use enom::{EnomForm, EnomWay};
pub use frame::{framed, read_frame};
pub use path::Path;
pub use patience::Patience;
pub use preload::preloadable;
pub use ready::{Listeners, Ready, SandboxAccount};
pub use rrp::RrpClient;
pub use schemas::Schemas;
pub use server::{FREE_PORTS, Launch, Server, Stopped};
pub use skipped::skipped;
pub use wapi::{WapiClient, WapiFormat, WapiUser};
