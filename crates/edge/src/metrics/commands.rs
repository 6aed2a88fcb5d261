//! Commands by protocol, operation and code.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, MetricEncoder, NoLabelSet};
use prometheus_client::metrics::MetricType;

use super::latency::Latency;

/// Counts the commands of one protocol. Clones are the same counters; recording is a search in a short sorted table
/// and three atomic additions.
#[derive(Clone, Debug)]
pub struct CommandMeter(Arc<Table>);

/// All meters of a process, told together: a metric's name may stand only once in the text.
#[derive(Debug, Default)]
pub(super) struct Meters(RwLock<Vec<Arc<Table>>>);

#[derive(Debug)]
struct Table {
    protocol: &'static str,
    /// Sorted; position `codes.len()` stands for all others.
    codes: Box<[u32]>,
    operations: Box<[Operation]>,
    other: Operation,
}

#[derive(Debug)]
struct Operation {
    name: &'static str,
    latency: Latency,
    answers: Box<[AtomicU64]>,
}

impl CommandMeter {
    /// Counts one answered command: the place of its operation among those that were listed, the code it got, how
    /// long it took. `None` and places beyond the list are `other`.
    pub fn record(&self, operation: Option<usize>, code: u32, took: Duration) {
        let table = &*self.0;
        let code = table.codes.binary_search(&code).unwrap_or(table.codes.len());
        let operation = operation.and_then(|place| table.operations.get(place)).unwrap_or(&table.other);
        operation.answers[code].fetch_add(1, Ordering::Relaxed);
        operation.latency.record(took);
    }
}

impl Meters {
    pub(super) fn add(
        &self,
        protocol: &'static str,
        operations: &[&'static str],
        codes: &[u32],
    ) -> CommandMeter {
        let table = Arc::new(Table::new(protocol, operations, codes));
        self.0.write().unwrap_or_else(PoisonError::into_inner).push(Arc::clone(&table));
        CommandMeter(table)
    }

    fn tables(&self) -> Vec<Arc<Table>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Collector for Meters {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let tables = self.tables();
        let help = "Commands answered";
        let mut counters = encoder.encode_descriptor("commands", help, None, MetricType::Counter)?;
        tables.iter().try_for_each(|table| table.encode_counts(&mut counters))?;
        let (name, help) = ("command_duration_seconds", "Time from the whole request to the answer");
        let mut histograms = encoder.encode_descriptor(name, help, None, MetricType::Histogram)?;
        tables.iter().try_for_each(|table| table.encode_latencies(&mut histograms))
    }
}

impl Table {
    fn new(protocol: &'static str, operations: &[&'static str], codes: &[u32]) -> Self {
        let codes = sorted(codes);
        let operation = |name: &'static str| Operation::new(name, codes.len() + 1);
        let operations = operations.iter().copied().map(operation).collect();
        Self { protocol, other: operation(OTHER), operations, codes }
    }

    /// The operations that have run: of some hundreds mostly few, and to see that of one takes a look at all its codes.
    fn in_use(&self) -> Vec<&Operation> {
        self.operations.iter().chain([&self.other]).filter(|operation| operation.has_run()).collect()
    }

    fn encode_counts(&self, encoder: &mut MetricEncoder<'_>) -> fmt::Result {
        let in_use = self.in_use();
        let names = self.codes.iter().map(ToString::to_string).chain([OTHER.to_owned()]);
        for (index, code) in names.enumerate() {
            for operation in &in_use {
                let count = operation.answers[index].load(Ordering::Relaxed);
                if count > 0 {
                    let labels =
                        [("protocol", self.protocol), ("operation", operation.name), ("code", &code)];
                    encoder.encode_family(&labels)?.encode_counter::<NoLabelSet, u64, f64>(&count, None)?;
                }
            }
        }
        Ok(())
    }

    fn encode_latencies(&self, encoder: &mut MetricEncoder<'_>) -> fmt::Result {
        self.in_use().into_iter().try_for_each(|operation| {
            let labels = [("protocol", self.protocol), ("operation", operation.name)];
            operation.latency.encode(&mut encoder.encode_family(&labels)?)
        })
    }
}

impl Operation {
    fn new(name: &'static str, codes: usize) -> Self {
        let answers = std::iter::repeat_with(AtomicU64::default).take(codes).collect();
        Self { name, latency: Latency::default(), answers }
    }

    fn has_run(&self) -> bool {
        self.answers.iter().any(|count| count.load(Ordering::Relaxed) > 0)
    }
}

fn sorted(codes: &[u32]) -> Box<[u32]> {
    let mut codes = codes.to_vec();
    codes.sort_unstable();
    codes.dedup();
    codes.into()
}

/// The label of what is in no table.
const OTHER: &str = "other";
