//! The door: how many connections may be open, in all and per source.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::network::source_of;
use crate::tally::{Tally, Ticket};

/// Caps on open connections, shared by the listeners that are given the same gate.
#[derive(Debug)]
pub struct Gate {
    limit: usize,
    open: AtomicUsize,
    sources: Arc<Tally<IpAddr>>,
}

/// Permission to hold one connection open; dropping it gives the place back.
#[derive(Debug)]
pub(crate) struct Admission {
    gate: Arc<Gate>,
    source: Option<Ticket<IpAddr>>,
}

/// Why a connection was closed before its protocol saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The cap on all connections is reached.
    Full,
    /// The cap on connections of this source is reached.
    SourceFull,
    /// A listed balancer sent no good PROXY header in time.
    ProxyHeader,
    /// The TLS handshake did not end in time.
    HandshakeDeadline,
    /// The TLS handshake failed.
    Handshake,
}

impl Gate {
    /// At most `connections` open at once, `per_source` of them from one IPv4 address or one IPv6 /64.
    pub fn new(connections: usize, per_source: u32) -> Arc<Self> {
        Arc::new(Self { limit: connections, open: AtomicUsize::new(0), sources: Tally::new(per_source) })
    }

    /// How many connections are open.
    pub fn open(&self) -> usize {
        self.open.load(Ordering::Relaxed)
    }

    /// How many connections of this address's source are open.
    pub fn open_from(&self, address: IpAddr) -> u32 {
        self.sources.live(&source_of(address))
    }

    /// A place under the cap on all connections. Its source is counted with [`Admission::count_source`], once
    /// it is known.
    pub(crate) fn enter(self: &Arc<Self>) -> Result<Admission, Refused> {
        let next = |open: usize| (open < self.limit).then_some(open + 1);
        match self.open.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next) {
            Ok(_) => Ok(Admission { gate: Arc::clone(self), source: None }),
            Err(_) => Err(Refused::Full),
        }
    }
}

impl Admission {
    /// Counts the connection for its source too.
    pub(crate) fn count_source(&mut self, address: IpAddr) -> Result<(), Refused> {
        let ticket = self.gate.sources.enter(source_of(address)).ok_or(Refused::SourceFull)?;
        self.source = Some(ticket);
        Ok(())
    }
}

impl Drop for Admission {
    fn drop(&mut self) {
        self.gate.open.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Refused {
    /// Every reason, in the order of their numbers.
    pub(crate) const ALL: [Refused; 5] = [
        Refused::Full,
        Refused::SourceFull,
        Refused::ProxyHeader,
        Refused::HandshakeDeadline,
        Refused::Handshake,
    ];

    /// The reason as a metric label.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Refused::Full => "full",
            Refused::SourceFull => "source_full",
            Refused::ProxyHeader => "proxy_header",
            Refused::HandshakeDeadline => "handshake_deadline",
            Refused::Handshake => "handshake",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_caps_hold_and_are_given_back() {
        let gate = Gate::new(2, 1);
        let address = "192.0.2.1".parse().unwrap();
        let mut first = gate.enter().unwrap();
        first.count_source(address).unwrap();
        let mut second = gate.enter().unwrap();
        assert_eq!(second.count_source(address), Err(Refused::SourceFull));
        assert_eq!(gate.enter().err(), Some(Refused::Full));
        drop(first);
        assert_eq!(second.count_source(address), Ok(()));
        drop(second);
        assert_eq!((gate.open(), gate.open_from(address)), (0, 0));
    }
}
