//! Slices of yardstick and server in turn, A B A B ..., so that both meet the same machine.

use std::time::Duration;

use super::crew::Runner;
use super::syncs::SyncCounter;
use super::tally::{Failures, Tally};
use super::usage;

/// How contests are held.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    /// The length of a slice.
    pub(super) slice: Duration,
    /// How many good pairs are needed.
    pub(super) pairs: u32,
    /// The processes whose work is not foreign: this one, the server, the echo. Empty if the server's is not known;
    /// then foreign work is not judged.
    pub(super) ours: Vec<u32>,
}

/// One side of a contest.
pub(super) struct Side<'a> {
    /// Does the work, or has it done.
    pub(super) runner: &'a mut dyn Runner,
    /// The process that answers, if it is known and not this one.
    pub(super) pid: Option<u32>,
    /// Counts its syncs, if it makes any.
    pub(super) syncs: Option<&'a SyncCounter>,
}

/// What came of one slice.
#[derive(Clone, Debug)]
pub(super) struct Slice {
    /// Good answers per second.
    pub(super) rate: f64,
    /// Half of the answers took no longer.
    pub(super) median: Duration,
    /// 99 of 100 answers took no longer.
    pub(super) p99: Duration,
    /// Processor time of the answering process for each answer.
    pub(super) processor: Option<Duration>,
    /// Processor time of the load generator for each answer.
    pub(super) generator: Option<Duration>,
    /// Answers for each sync of the disk.
    pub(super) per_sync: Option<f64>,
    /// The share of all processors that others used.
    pub(super) foreign: Option<f64>,
}

/// Two slices, one after the other.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// The yardstick's.
    pub(super) yardstick: Slice,
    /// The server's.
    pub(super) server: Slice,
}

/// All pairs of a contest.
#[derive(Debug, Default)]
pub(super) struct Contest {
    /// Those that count.
    pub(super) pairs: Vec<Pair>,
    /// How many were rejected, because others kept the machine busy.
    pub(super) rejected: u32,
    /// So many were rejected that the last ones were taken as they came, or the disk never came to rest.
    pub(super) noisy: bool,
    /// What went wrong in all slices, of the yardstick too: it never should.
    pub(super) failures: Failures,
    /// The fresh numbers whose creation was acknowledged, in all slices.
    pub(super) created: Vec<u32>,
}

/// Holds a contest.
pub(super) fn hold(rules: &Rules, yardstick: &mut Side<'_>, server: &mut Side<'_>) -> Contest {
    let mut contest = Contest::default();
    yardstick.runner.run(rules.warm_up());
    contest.note(&mut server.runner.run(rules.warm_up()));
    let mut retries = rules.pairs;
    while contest.pairs.len() < rules.pairs as usize {
        // What the echo was asked to create was not created anywhere.
        let yardstick = measure(rules, yardstick, &mut contest.failures, &mut Vec::new());
        let server = measure(rules, server, &mut contest.failures, &mut contest.created);
        let pair = Pair { yardstick, server };
        if pair.is_disturbed() && retries > 0 {
            retries -= 1;
            contest.rejected += 1;
            continue;
        }
        contest.noisy |= pair.is_disturbed();
        contest.pairs.push(pair);
    }
    contest
}

/// Has one side work for one slice, without a yardstick. Failures and creations are added to a contest.
pub(super) fn run_alone(rules: &Rules, side: &mut Side<'_>, contest: &mut Contest) -> Slice {
    measure(rules, side, &mut contest.failures, &mut contest.created)
}

impl Rules {
    fn warm_up(&self) -> Duration {
        self.slice.min(LONGEST_WARM_UP) / 2
    }
}

#[cfg(test)]
impl Slice {
    /// One of which nothing is known but the rate.
    pub(super) fn of_rate(rate: f64) -> Self {
        let (median, p99) = Default::default();
        Self { rate, median, p99, processor: None, generator: None, per_sync: None, foreign: None }
    }
}

impl Pair {
    /// The share of all processors that others used, in the worse slice.
    pub(super) fn foreign(&self) -> Option<f64> {
        self.yardstick.foreign.into_iter().chain(self.server.foreign).reduce(f64::max)
    }

    fn is_disturbed(&self) -> bool {
        self.foreign().is_some_and(|share| share > MOST_FOREIGN)
    }
}

impl Contest {
    fn note(&mut self, tally: &mut Tally) {
        self.failures.merge(std::mem::take(&mut tally.failures));
        self.created.append(&mut tally.created);
    }
}

/// What is read before and after a slice.
struct Reading {
    busy: Option<Duration>,
    ours: Option<Duration>,
    process: Option<Duration>,
    generator: Option<Duration>,
    syncs: Option<u64>,
}

impl Reading {
    fn take(rules: &Rules, side: &Side<'_>) -> Self {
        let times = rules.ours.iter().map(|pid| usage::processor_time(*pid));
        Self {
            busy: usage::busy_time().filter(|_| !rules.ours.is_empty()),
            ours: times.sum(),
            process: side.pid.and_then(usage::processor_time),
            generator: usage::processor_time(std::process::id()),
            syncs: side.syncs.and_then(SyncCounter::read),
        }
    }
}

fn measure(rules: &Rules, side: &mut Side<'_>, failures: &mut Failures, created: &mut Vec<u32>) -> Slice {
    let before = Reading::take(rules, side);
    let mut tally = side.runner.run(rules.slice);
    let after = Reading::take(rules, side);
    failures.merge(std::mem::take(&mut tally.failures));
    created.append(&mut tally.created);
    Slice {
        rate: tally.rate(),
        median: tally.quantile(0.5),
        p99: tally.quantile(0.99),
        processor: per_answer(before.process, after.process, tally.answers()),
        generator: per_answer(before.generator, after.generator, tally.answers()),
        per_sync: answers_per_sync(&before, &after, tally.answers()),
        foreign: foreign_share(&before, &after, tally.elapsed),
    }
}

fn per_answer(before: Option<Duration>, after: Option<Duration>, answers: usize) -> Option<Duration> {
    let used = after?.saturating_sub(before?);
    (answers > 0).then(|| Duration::from_secs_f64(used.as_secs_f64() / answers as f64))
}

fn answers_per_sync(before: &Reading, after: &Reading, answers: usize) -> Option<f64> {
    let syncs = after.syncs?.saturating_sub(before.syncs?);
    (syncs > 0).then(|| answers as f64 / syncs as f64)
}

fn foreign_share(before: &Reading, after: &Reading, elapsed: Duration) -> Option<f64> {
    let busy = after.busy?.saturating_sub(before.busy?);
    let ours = after.ours?.saturating_sub(before.ours?);
    let all = elapsed.as_secs_f64() * usage::processors() as f64;
    Some(busy.saturating_sub(ours).as_secs_f64() / all)
}

/// A pair in which others used more of the processors than this says nothing.
const MOST_FOREIGN: f64 = 0.07;
const LONGEST_WARM_UP: Duration = Duration::from_secs(1);

#[cfg(test)]
mod tests {
    use super::*;

    /// Answers so many per run, one of which fails.
    struct Steady(u16);

    impl Runner for Steady {
        fn run(&mut self, time: Duration) -> Tally {
            let mut tally = Tally::default();
            tally.elapsed = time;
            (0..self.0).for_each(|_| tally.answered(1000, Duration::from_micros(5), Some(1)));
            tally.answered(2400, Duration::from_micros(5), Some(2));
            tally
        }
    }

    #[test]
    fn rates_are_compared_pair_by_pair_and_failures_of_the_warm_up_count_too() {
        let rules = Rules { slice: Duration::from_secs(1), pairs: 4, ours: Vec::new() };
        let (mut slow, mut fast) = (Steady(10), Steady(30));
        let contest = hold(
            &rules,
            &mut Side { runner: &mut fast, pid: None, syncs: None },
            &mut Side { runner: &mut slow, pid: None, syncs: None },
        );
        assert_eq!(contest.pairs.len(), 4);
        assert!(contest.pairs.iter().all(|pair| pair.server.rate / pair.yardstick.rate == 1.0 / 3.0));
        assert_eq!((contest.failures.count, contest.created.len()), (9, 50));
    }

    #[test]
    fn the_work_of_others_is_what_nobody_of_us_did() {
        let reading = |busy, ours| Reading {
            busy: Some(Duration::from_millis(busy)),
            ours: Some(Duration::from_millis(ours)),
            process: None,
            generator: None,
            syncs: None,
        };
        let all = usage::processors() as f64;
        let share = foreign_share(&reading(1000, 500), &reading(3000, 2000), Duration::from_secs(1));
        assert!((share.unwrap() - 0.5 / all).abs() < 1e-9);
    }
}
