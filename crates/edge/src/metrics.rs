//! What a running server tells about itself, in the OpenMetrics text format.
//!
//! | metric | labels |
//! |---|---|
//! | `chancery_commands_total` | protocol, operation, code |
//! | `chancery_command_duration_seconds` (histogram) | protocol, operation |
//! | `chancery_sessions` | protocol |
//! | `chancery_connections` | listener |
//! | `chancery_connections_refused_total` | listener, reason |
//! | `chancery_journal_lost_total` | |
//! | `chancery_passwords_hashed_total` (see [`crate::Desk::hashed`]) | |

mod commands;
mod latency;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use prometheus_client::encoding::text;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::{Metric, Registry};

pub use commands::CommandMeter;

use crate::gate::Refused;
use commands::Meters;

/// The registry of metrics. Clones are the same registry.
///
/// Handles are taken once, by a listener or a protocol at start, and are plain atomics from then on: recording
/// takes no lock.
#[derive(Clone, Debug)]
pub struct Metrics(Arc<Inner>);

struct Inner {
    registry: Mutex<Registry>,
    meters: Arc<Meters>,
    sessions: Family<[Label; 1], Gauge>,
    connections: Family<[Label; 1], Gauge>,
    refused: Family<[Label; 2], Counter>,
    journal_lost: Counter,
}

type Label = (&'static str, &'static str);

/// A number of live things.
#[derive(Clone, Debug)]
pub struct LiveCount(Gauge);

/// One live thing; dropping it counts it out.
#[derive(Debug)]
pub struct Live(Gauge);

/// Refused connections of one listener, by reason.
#[derive(Clone, Debug)]
pub(crate) struct RefusedMeter([Counter; Refused::ALL.len()]);

impl Metrics {
    /// A registry with the metrics of this module, all at zero.
    pub fn new() -> Self {
        let mut registry = Registry::with_prefix("chancery");
        let inner = Inner {
            meters: Arc::default(),
            sessions: Family::default(),
            connections: Family::default(),
            refused: Family::default(),
            journal_lost: Counter::default(),
            registry: Mutex::default(),
        };
        registry.register_collector(Box::new(Arc::clone(&inner.meters)));
        registry.register("sessions", "Sessions logged in", inner.sessions.clone());
        registry.register("connections", "Connections open", inner.connections.clone());
        registry.register(
            "connections_refused",
            "Connections closed before their protocol saw them",
            inner.refused.clone(),
        );
        registry.register(
            "journal_lost",
            "Journal entries that could not be kept",
            inner.journal_lost.clone(),
        );
        *inner.registry() = registry;
        Self(Arc::new(inner))
    }

    /// Counters of a protocol's commands, by operation and code, with their latency. Names and codes not listed
    /// here are counted as `other`, so that nothing a client sends makes a new series.
    pub fn commands(
        &self,
        protocol: &'static str,
        operations: &[&'static str],
        codes: &[u32],
    ) -> CommandMeter {
        self.0.meters.add(protocol, operations, codes)
    }

    /// The live sessions of a protocol.
    pub fn sessions(&self, protocol: &'static str) -> LiveCount {
        LiveCount(self.0.sessions.get_or_create_owned(&[("protocol", protocol)]))
    }

    /// Registers a metric of another room. The name comes without the prefix `chancery_` and without the ending
    /// that its kind adds (`_total`).
    pub fn register(&self, name: &str, help: &str, metric: impl Metric) {
        self.0.registry().register(name, help, metric);
    }

    /// All metrics as text, of the type [`CONTENT_TYPE`].
    pub fn encode(&self) -> String {
        let mut text = String::new();
        // Writing to a string does not fail; a metric that cannot be told would end the text early.
        if text::encode(&mut text, &self.0.registry()).is_err() {
            tracing::error!("a metric could not be written");
        }
        text
    }

    pub(crate) fn connections(&self, listener: &'static str) -> LiveCount {
        LiveCount(self.0.connections.get_or_create_owned(&[("listener", listener)]))
    }

    pub(crate) fn refused(&self, listener: &'static str) -> RefusedMeter {
        let counter = |reason: Refused| {
            let labels = [("listener", listener), ("reason", reason.label())];
            self.0.refused.get_or_create_owned(&labels)
        };
        RefusedMeter(Refused::ALL.map(counter))
    }

    pub(crate) fn journal_lost(&self) -> Counter {
        self.0.journal_lost.clone()
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

impl Inner {
    fn registry(&self) -> MutexGuard<'_, Registry> {
        self.registry.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Metrics")
    }
}

impl LiveCount {
    /// Counts one in for as long as the returned value lives.
    pub fn enter(&self) -> Live {
        self.0.inc();
        Live(self.0.clone())
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.0.dec();
    }
}

impl RefusedMeter {
    pub(crate) fn count(&self, reason: Refused) {
        self.0[reason as usize].inc();
    }
}

/// The media type of [`Metrics::encode`].
pub const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn commands_are_told_by_protocol_operation_and_code() {
        let metrics = Metrics::new();
        let epp = metrics.commands("epp", &["domain_create", "domain_check"], &[2302, 1000]);
        let rrp = metrics.commands("rrp", &["add"], &[200]);
        epp.record(Some(1), 1000, Duration::from_micros(70));
        epp.record(Some(1), 1000, Duration::from_millis(3));
        epp.record(Some(0), 2302, Duration::from_secs(100));
        epp.record(None, 77, Duration::ZERO);
        epp.record(Some(2), 1000, Duration::ZERO);
        rrp.record(Some(0), 200, Duration::from_millis(1));
        let text = metrics.encode();
        for line in [
            "chancery_commands_total{protocol=\"epp\",operation=\"domain_check\",code=\"1000\"} 2",
            "chancery_commands_total{protocol=\"epp\",operation=\"domain_create\",code=\"2302\"} 1",
            "chancery_commands_total{protocol=\"epp\",operation=\"other\",code=\"other\"} 1",
            "chancery_commands_total{protocol=\"epp\",operation=\"other\",code=\"1000\"} 1",
            "chancery_commands_total{protocol=\"rrp\",operation=\"add\",code=\"200\"} 1",
            "chancery_command_duration_seconds_count{protocol=\"epp\",operation=\"domain_check\"} 2",
            "chancery_command_duration_seconds_sum{protocol=\"epp\",operation=\"domain_check\"} 0.00307",
            "chancery_command_duration_seconds_bucket{le=\"0.0001\",protocol=\"epp\",operation=\"domain_check\"} 1",
            "chancery_command_duration_seconds_bucket{le=\"0.005\",protocol=\"epp\",operation=\"domain_check\"} 2",
            "chancery_command_duration_seconds_bucket{le=\"10.0\",protocol=\"epp\",operation=\"domain_create\"} 0",
            "chancery_command_duration_seconds_bucket{le=\"+Inf\",protocol=\"epp\",operation=\"domain_create\"} 1",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\nis not in\n{text}");
        }
        assert_eq!(text.matches("# TYPE chancery_commands counter").count(), 1);
        assert!(
            !text.contains("operation=\"domain_create\",code=\"1000\""),
            "what never happened is not told"
        );
    }

    #[test]
    fn live_things_refusals_and_foreign_metrics_are_told() {
        let metrics = Metrics::new();
        let gauge: Gauge = Gauge::default();
        metrics.register("names", "Names registered", gauge.clone());
        gauge.set(7);
        let sessions = metrics.sessions("epp");
        let (first, _second) = (sessions.enter(), sessions.enter());
        drop(first);
        metrics.refused("epp").count(Refused::HandshakeDeadline);
        let text = metrics.encode();
        assert!(text.contains("chancery_names 7\n"));
        assert!(text.contains("chancery_sessions{protocol=\"epp\"} 1\n"));
        let refused =
            "chancery_connections_refused_total{listener=\"epp\",reason=\"handshake_deadline\"} 1\n";
        assert!(text.contains(refused) && text.contains("reason=\"full\"} 0\n") && text.ends_with("# EOF\n"));
    }
}
