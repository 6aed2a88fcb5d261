//! The protocols that are spoken over HTTP.

use std::sync::Arc;

use axum::Router;
use edge::{Desk, journal::Journal, metrics::Metrics};
use sandbox::Knobs;

use super::verify;
use crate::clock::SystemClock;
use crate::config::{EnomSettings, ProtocolKnobs, RrpSettings, WapiSettings};

/// How each of them behaves.
#[derive(Clone, Debug)]
pub(crate) struct WebSettings {
    /// WAPI.
    pub(crate) wapi: wapi::Settings,
    /// RRPproxy and HEXONET.
    pub(crate) rrp: rrp::Settings,
    /// Enom.
    pub(crate) enom: enom::Settings,
}

/// Their servers. Clones are the same servers.
#[derive(Clone)]
pub(super) struct Web {
    wapi: wapi::Server,
    rrp: rrp::Server,
    enom: enom::Server,
    desk: Desk,
}

impl Web {
    /// Servers before one desk.
    pub(super) fn new(desk: &Desk, settings: &WebSettings, journal: &Journal, metrics: &Metrics) -> Self {
        let wall = Arc::new(SystemClock);
        let wapi = wapi::Server::new(desk.clone(), wall, settings.wapi.clone(), journal.clone(), metrics);
        let rrp = rrp::Server::new(desk.clone(), settings.rrp.clone(), journal.clone(), metrics);
        let enom = enom::Server::new(desk.clone(), settings.enom.clone(), journal.clone(), metrics);
        Self { wapi, rrp, enom, desk: desk.clone() }
    }

    /// Their paths.
    pub(super) fn router(&self) -> Router {
        let spoken = self.wapi.router().merge(self.rrp.router()).merge(self.enom.router());
        spoken.merge(verify::router(self.desk.clone()))
    }

    /// What RRP keeps to, over HTTP and over TLS.
    pub(super) fn rrp_rules(&self) -> rrp::Rules {
        self.rrp.rules()
    }

    /// What can be set about them while they run.
    pub(super) fn knobs(&self) -> Vec<Arc<dyn Knobs>> {
        vec![
            Arc::new(ProtocolKnobs::<WapiSettings>(self.wapi.clone())),
            Arc::new(ProtocolKnobs::<RrpSettings>(self.rrp.clone())),
            Arc::new(ProtocolKnobs::<EnomSettings>(self.enom.clone())),
        ]
    }
}

/// Where each of them is, for people.
pub(super) const PATHS: [(&str, &str); 5] = [
    ("/wapi/json", "WAPI in JSON"),
    ("/wapi/xml", "WAPI in XML"),
    ("/api/call", "RRPproxy and HEXONET"),
    ("/interface.asp", "Enom"),
    (verify::PATH, "where registrants confirm their e-mail addresses"),
];
