//! How many names there are, and how often the disk was synced for them, as metrics.

use std::fmt::{self, Debug};
use std::sync::{Arc, Weak};

use edge::metrics::Metrics;
use engine::Engine;
use engine::ports::store::Kind;
use prometheus_client::encoding::{EncodeMetric, MetricEncoder, NoLabelSet};
use prometheus_client::metrics::MetricType;
use store::Sqlite;

/// Adds `chancery_domains`, `chancery_hosts`, `chancery_contacts` and `chancery_store_syncs_total` to the metrics. They
/// are counted when they are asked for, in memory.
pub(super) fn register(metrics: &Metrics, engine: &Engine, store: &Arc<Sqlite>) {
    for (name, help, kind) in [
        ("domains", "Domains registered", Kind::Domain),
        ("hosts", "Host objects", Kind::Host),
        ("contacts", "Contacts", Kind::Contact),
    ] {
        metrics.register(name, help, Count { engine: engine.clone(), kind });
    }
    let help = "Syncs of the disk that answers waited for";
    metrics.register("store_syncs", help, Syncs(Arc::downgrade(store)));
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

/// Does not keep the store open: who lets go of it last has to be somebody who can wait.
struct Syncs(Weak<Sqlite>);

impl EncodeMetric for Syncs {
    fn encode(&self, mut encoder: MetricEncoder<'_>) -> fmt::Result {
        let syncs = self.0.upgrade().map_or(0, |store| store.syncs());
        encoder.encode_counter::<NoLabelSet, _, u64>(&syncs, None)
    }

    fn metric_type(&self) -> MetricType {
        MetricType::Counter
    }
}

impl Debug for Syncs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Syncs")
    }
}
