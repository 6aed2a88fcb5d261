//! Nominet's EPP: the registry of .uk, in both families of its schemas.
//!
//! ```text
//!   std   the objects of the standards, with extensions and commands of Nominet's (std-release, std-handshake, ...)
//!   nom   objects of its own: nom-domain, nom-account, nom-contact, nom-ns
//!
//!   verb + object ──> commands: who reads it ──> Request { work, warnings } ──> Answer { data, extensions }
//! ```
//!
//! A command is one file: it reads its element, says what the engine has to do, and writes the answer. Accounts,
//! contacts and name servers of the nom family are views on contacts and hosts; nothing is kept twice.

mod answer;
mod commands;
mod dialect;
mod fields;
mod greeting;
mod namespaces;
mod nom;
mod notices;
mod request;
mod response;
mod roid;
mod services;
mod std;
mod text;

pub use services::Family;

use edge::{Connection, Desk, Handler, journal::Journal, metrics::Metrics};
use tokio_util::sync::CancellationToken;

use crate::server::{Service, Settings};
use dialect::Nominet;

/// Nominet's EPP on a listener.
#[derive(Clone)]
pub struct Server(Service<Nominet>);

/// How the dialect behaves.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// What the greeting offers.
    pub family: Family,
    /// Whether documents are taken without a length before them.
    pub unframed: bool,
}

impl Server {
    /// A server before a desk.
    pub fn new(manner: Manner, desk: Desk, settings: Settings, journal: Journal, metrics: &Metrics) -> Self {
        Self(Service::new(Nominet { manner }, desk, settings, journal, metrics))
    }
}

impl Handler for Server {
    async fn handle(&self, connection: Connection, stop: CancellationToken) {
        self.0.converse(connection, &stop).await;
    }
}
