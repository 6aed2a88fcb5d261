//! How many names there are, as a metric.

use std::fmt::{self, Debug};

use edge::metrics::Metrics;
use engine::Engine;
use engine::ports::store::Kind;
use prometheus_client::encoding::{EncodeMetric, MetricEncoder};
use prometheus_client::metrics::MetricType;

/// Adds `chancery_domains`, `chancery_hosts` and `chancery_contacts` to the metrics. They are counted when they are
/// asked for, in memory.
pub(super) fn register(metrics: &Metrics, engine: &Engine) {
    for (name, help, kind) in [
        ("domains", "Domains registered", Kind::Domain),
        ("hosts", "Host objects", Kind::Host),
        ("contacts", "Contacts", Kind::Contact),
    ] {
        metrics.register(name, help, Count { engine: engine.clone(), kind });
    }
}

struct Count {
    engine: Engine,
    kind: Kind,
}

impl EncodeMetric for Count {
    fn encode(&self, mut encoder: MetricEncoder<'_>) -> fmt::Result {
        let count = self.engine.store().names().count(self.kind);
        encoder.encode_gauge(&i64::try_from(count).unwrap_or(i64::MAX))
    }

    fn metric_type(&self) -> MetricType {
        MetricType::Gauge
    }
}

impl Debug for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Count({:?})", self.kind)
    }
}
