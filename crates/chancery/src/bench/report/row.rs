//! One workload at one number of sessions.

use std::time::Duration;

use serde::Serialize;

use crate::bench::args::Kind;
use crate::bench::contest::{Contest, Pair, Slice};
use crate::bench::stats::median;

/// A line of the report. Rates are per second, times in microseconds; all are medians over the pairs.
#[derive(Clone, Debug, Serialize)]
pub(in crate::bench) struct Row {
    /// What was done.
    pub(in crate::bench) workload: &'static str,
    /// By how many sessions at once.
    pub(in crate::bench) sessions: u16,
    rate: f64,
    p50: f64,
    p99: f64,
    failures: u64,
    /// Processor time of the server for each answer.
    processor: Option<f64>,
    /// Processor time of the load generator for each answer.
    generator: Option<f64>,
    /// Answers for each sync of the disk.
    pub(in crate::bench) per_sync: Option<f64>,
    yardstick: &'static str,
    yardstick_rate: f64,
    yardstick_p99: f64,
    yardstick_processor: Option<f64>,
    /// The server's rate divided by the yardstick's.
    pub(in crate::bench) ratio: Option<f64>,
    ratio_lowest: Option<f64>,
    ratio_highest: Option<f64>,
    /// The server's processor time divided by the yardstick's.
    pub(in crate::bench) processor_ratio: Option<f64>,
    /// The share of the processors that others used, in the worst pair that counts.
    foreign: Option<f64>,
    pairs: usize,
    rejected: u32,
    /// Others kept the machine busy all the time.
    pub(in crate::bench) noisy: bool,
}

impl Row {
    /// Of a contest.
    pub(in crate::bench) fn of(kind: Kind, sessions: u16, contest: &Contest) -> Self {
        let server = |of: fn(&Slice) -> f64| middle(contest, |pair| Some(of(&pair.server)));
        let yardstick = |of: fn(&Slice) -> f64| middle(contest, |pair| Some(of(&pair.yardstick)));
        let ratios = || contest.pairs.iter().filter_map(rate_ratio);
        Self {
            workload: kind.name(),
            sessions,
            rate: server(|slice| slice.rate).unwrap_or_default(),
            p50: server(|slice| micros(slice.median)).unwrap_or_default(),
            p99: server(|slice| micros(slice.p99)).unwrap_or_default(),
            failures: contest.failures.count,
            processor: middle(contest, |pair| pair.server.processor.map(micros)),
            generator: middle(contest, |pair| pair.server.generator.map(micros)),
            per_sync: middle(contest, |pair| pair.server.per_sync),
            yardstick: if kind == Kind::Create { "rows" } else { "echo" },
            yardstick_rate: yardstick(|slice| slice.rate).unwrap_or_default(),
            yardstick_p99: yardstick(|slice| micros(slice.p99)).unwrap_or_default(),
            yardstick_processor: middle(contest, |pair| pair.yardstick.processor.map(micros)),
            ratio: median(ratios()),
            ratio_lowest: ratios().reduce(f64::min),
            ratio_highest: ratios().reduce(f64::max),
            processor_ratio: middle(contest, processor_ratio),
            foreign: contest.pairs.iter().filter_map(Pair::foreign).reduce(f64::max),
            pairs: contest.pairs.len(),
            rejected: contest.rejected,
            noisy: contest.noisy,
        }
    }

    /// Its cells, under [`HEADINGS`].
    pub(super) fn cells(&self) -> Vec<String> {
        let optional =
            |number: Option<f64>, digits| number.map_or_else(dash, |number| format!("{number:.digits$}"));
        let spread = self
            .ratio_lowest
            .zip(self.ratio_highest)
            .map_or_else(dash, |(lowest, highest)| format!("({lowest:.2} to {highest:.2})"));
        vec![
            format!("{}{}", self.workload, if self.noisy { "*" } else { "" }),
            self.sessions.to_string(),
            format!("{:.0}", self.rate),
            format!("{:.0}", self.p50),
            format!("{:.0}", self.p99),
            self.failures.to_string(),
            optional(self.processor, 1),
            optional(self.per_sync.filter(|_| self.yardstick == "rows"), 1),
            format!("{} {:.0}", self.yardstick, self.yardstick_rate),
            optional(self.yardstick_processor, 1),
            optional(self.ratio, 2),
            spread,
            self.foreign.map_or_else(dash, |share| format!("{:.1}%", share * 100.0)),
            format!("{}/{}", self.pairs, self.rejected),
        ]
    }
}

fn middle(contest: &Contest, of: impl Fn(&Pair) -> Option<f64>) -> Option<f64> {
    median(contest.pairs.iter().filter_map(of))
}

fn rate_ratio(pair: &Pair) -> Option<f64> {
    Some(pair.server.rate / pair.yardstick.rate).filter(|ratio| ratio.is_finite())
}

fn processor_ratio(pair: &Pair) -> Option<f64> {
    let (server, yardstick) = (pair.server.processor?, pair.yardstick.processor?);
    Some(server.as_secs_f64() / yardstick.as_secs_f64()).filter(|ratio| ratio.is_finite())
}

fn micros(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e6
}

fn dash() -> String {
    "-".to_owned()
}

/// What stands over the cells of a row.
pub(super) const HEADINGS: [&str; 14] = [
    "workload",
    "sessions",
    "per s",
    "p50 us",
    "p99 us",
    "failed",
    "cpu us",
    "per fsync",
    "yardstick per s",
    "cpu us",
    "ratio",
    "",
    "foreign",
    "pairs/rejected",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_taken_pair_by_pair() {
        let slice =
            |rate, micros| Slice { processor: Some(Duration::from_micros(micros)), ..Slice::of_rate(rate) };
        let pair = |echo, server| Pair { yardstick: slice(echo, 5), server: slice(server, 10) };
        let pairs = vec![pair(100.0, 50.0), pair(1000.0, 600.0), pair(10.0, 9.0)];
        let row = Row::of(Kind::Check, 8, &Contest { pairs, ..Contest::default() });
        assert_eq!((row.ratio, row.ratio_lowest, row.ratio_highest), (Some(0.6), Some(0.5), Some(0.9)));
        assert_eq!((row.rate, row.processor_ratio), (50.0, Some(2.0)));
        assert_eq!(row.cells().len(), HEADINGS.len());
    }

    #[test]
    fn a_yardstick_that_stood_still_makes_no_ratio() {
        let pair = Pair { yardstick: Slice::of_rate(0.0), server: Slice::of_rate(5.0) };
        let row = Row::of(Kind::Create, 1, &Contest { pairs: vec![pair], ..Contest::default() });
        assert_eq!(row.ratio, None);
    }
}
