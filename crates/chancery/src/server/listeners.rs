//! The sockets, and who answers behind them.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, Result};
use edge::http::{Http, HttpLimits};
use edge::{Gate, Handler, Listener, Service, SessionLimits, Shutdown};
use epp::nominet::{self, Family, Manner};

use super::pages;
use super::plan::Plan;
use super::premises::Premises;
use super::{Addresses, PerListener};

/// Bound sockets. The kernel takes connections from here on; they wait until they are served.
pub(super) struct Listeners(PerListener<Listener>);

impl Listeners {
    /// Binds all of them. To be called within the runtime.
    ///
    /// # Errors
    /// Which address cannot be had, and what to do.
    pub(super) fn bind(addresses: Addresses) -> Result<Self> {
        addresses.try_map(bind).map(Self)
    }

    /// Where they listen, with the ports that were chosen.
    pub(super) fn addresses(&self) -> Addresses {
        self.0.as_ref().map(Listener::local_address)
    }

    /// Serves them until the end begins.
    pub(super) fn serve(self, plan: &Plan, premises: &Premises, shutdown: &Shutdown) {
        let addresses = self.addresses();
        let Self(listeners) = self;
        let limits = &plan.limits;
        let sessions =
            SessionLimits::new(limits.sessions_per_account.get(), limits.sessions_per_address.get());
        let doors = Doors { plan, shutdown, sessions };
        let gate = doors.gate();
        if let Some(listener) = listeners.epp {
            let settings = epp_settings(plan, &doors.sessions);
            let server =
                epp::Server::new(premises.desk(), settings, premises.journal.clone(), &premises.metrics);
            let service = Service::new("epp", server, Arc::clone(&gate), &premises.metrics);
            doors.open(listener, service.with_tls(premises.credentials.certificate.sessions.clone()));
        }
        if let Some(listener) = listeners.rrp {
            let settings = rrp_settings(plan, &doors.sessions);
            let (journal, metrics) = (premises.journal.clone(), &premises.metrics);
            let rules = premises.web.rrp_rules();
            let server = rrp::stream::Server::new(premises.desk(), settings, rules, journal, metrics);
            let service = Service::new("rrp", server, Arc::clone(&gate), metrics);
            doors.open(listener, service.with_tls(premises.credentials.certificate.sessions.clone()));
        }
        for (name, listener, family) in [
            ("nominet", listeners.nominet, Family::Std),
            ("nominet_classic", listeners.nominet_classic, Family::Nom),
            ("nominet_plain", listeners.nominet_plain, Family::Std),
        ] {
            doors.open_nominet((name, listener, family), &gate, premises);
        }
        let web = doors.gate();
        let control = premises.playground.as_ref().map(|playground| &playground.control);
        let pages =
            pages::router(&addresses, control, &premises.web, premises.metrics.clone(), shutdown.clone());
        let http = Http::new(pages, HttpLimits::default());
        if let Some(listener) = listeners.http {
            doors.open(listener, Service::new("http", http.clone(), web.clone(), &premises.metrics));
        }
        if let Some(listener) = listeners.https {
            let service = Service::new("https", http, web, &premises.metrics);
            doors.open(listener, service.with_tls(premises.credentials.certificate.https.clone()));
        }
    }
}

/// What all listeners have in common.
struct Doors<'a> {
    plan: &'a Plan,
    shutdown: &'a Shutdown,
    /// An account has its sessions wherever it likes, and no more of them by that.
    sessions: SessionLimits,
}

impl Doors<'_> {
    fn gate(&self) -> Arc<Gate> {
        let limits = &self.plan.limits;
        let connections = usize::try_from(limits.connections.get()).unwrap_or(usize::MAX);
        Gate::new(connections, limits.connections_per_address.get())
    }

    /// Opens a listener of Nominet's EPP, with TLS unless it is the plain one.
    fn open_nominet(
        &self,
        (name, listener, family): (&'static str, Option<Listener>, Family),
        gate: &Arc<Gate>,
        premises: &Premises,
    ) {
        let Some(listener) = listener else { return };
        let manner = Manner { family, unframed: true };
        let settings = epp_settings(self.plan, &self.sessions);
        let (desk, journal) = (premises.desk(), premises.journal.clone());
        let server = nominet::Server::new(manner, desk, settings, journal, &premises.metrics);
        let service = Service::new(name, server, Arc::clone(gate), &premises.metrics);
        match name {
            "nominet_plain" => self.open(listener, service),
            _ => self.open(listener, service.with_tls(premises.credentials.certificate.sessions.clone())),
        }
    }

    fn open<H: Handler>(&self, listener: Listener, service: Service<H>) {
        let service = service
            .behind(self.plan.balancers.clone())
            .handshake_deadline(self.plan.limits.handshake_deadline());
        self.shutdown.spawn(listener.serve(service, self.shutdown.clone()));
    }
}

fn bind(name: &str, address: SocketAddr) -> Result<Listener> {
    Listener::bind(address).with_context(|| {
        format!("{name} cannot listen on {address}; another program may have the port: choose another, or 0 for any")
    })
}

fn epp_settings(plan: &Plan, sessions: &SessionLimits) -> epp::Settings {
    let limits = &plan.limits;
    epp::Settings {
        server_name: plan.name.clone(),
        idle: limits.idle(),
        frame_deadline: limits.frame_deadline(),
        sessions: sessions.clone(),
    }
}

fn rrp_settings(plan: &Plan, sessions: &SessionLimits) -> rrp::stream::Settings {
    let limits = &plan.limits;
    rrp::stream::Settings {
        server_name: plan.name.clone(),
        idle: limits.idle(),
        request_deadline: limits.frame_deadline(),
        sessions: sessions.clone(),
    }
}
