//! What came of the requests of one slice.

use std::io;
use std::time::Duration;

use serde::Serialize;

use super::session::OK;

/// Times, failures and creations of one slice.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// How long each answer took, in nanoseconds; what took longer than four seconds counts as that.
    nanos: Vec<u32>,
    /// From the first request to the last answer.
    pub(super) elapsed: Duration,
    /// What went wrong.
    pub(super) failures: Failures,
    /// The fresh numbers whose creation was acknowledged.
    pub(super) created: Vec<u32>,
}

/// How much went wrong, and what was the first of it.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Failures {
    /// Requests not answered with 1000, and sessions that broke.
    pub(super) count: u64,
    /// One of them in words.
    pub(super) example: Option<String>,
}

impl Tally {
    /// Notes an answer. Only code 1000 counts; any other is a failure.
    pub(super) fn answered(&mut self, code: u16, took: Duration, fresh: Option<u32>) {
        if code != OK {
            return self.failures.add(1, || format!("an answer with code {code}"));
        }
        self.nanos.push(u32::try_from(took.as_nanos()).unwrap_or(u32::MAX));
        self.created.extend(fresh);
    }

    /// Notes that a session broke.
    pub(super) fn broke(&mut self, error: &io::Error) {
        self.failures.add(1, || format!("a session broke: {error}"));
    }

    /// How many good answers there were.
    pub(super) fn answers(&self) -> usize {
        self.nanos.len()
    }

    /// Good answers per second.
    pub(super) fn rate(&self) -> f64 {
        let seconds = self.elapsed.as_secs_f64();
        if seconds > 0.0 { self.answers() as f64 / seconds } else { 0.0 }
    }

    /// The time that this share of the answers did not exceed; zero if there were none.
    pub(super) fn quantile(&mut self, share: f64) -> Duration {
        let Some(last) = self.nanos.len().checked_sub(1) else { return Duration::ZERO };
        // The product is between zero and the last index.
        let index = (last as f64 * share).round() as usize;
        let (_, nanos, _) = self.nanos.select_nth_unstable(index.min(last));
        Duration::from_nanos((*nanos).into())
    }

    /// Adds what another thread or session counted meanwhile.
    pub(super) fn merge(&mut self, mut other: Self) {
        self.nanos.append(&mut other.nanos);
        self.elapsed = self.elapsed.max(other.elapsed);
        self.failures.merge(other.failures);
        self.created.append(&mut other.created);
    }
}

impl Failures {
    /// Counts failures; the words are asked for only if they are the first.
    pub(super) fn add(&mut self, count: u64, words: impl FnOnce() -> String) {
        if count > 0 {
            self.count += count;
            self.example.get_or_insert_with(words);
        }
    }

    /// Adds those counted elsewhere.
    pub(super) fn merge(&mut self, other: Self) {
        self.count += other.count;
        self.example = self.example.take().or(other.example);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_good_answers() {
        let mut tally = Tally::default();
        (1..=101).rev().for_each(|micros| tally.answered(OK, Duration::from_micros(micros), None));
        tally.answered(2400, Duration::from_secs(3), Some(7));
        assert_eq!(tally.quantile(0.5), Duration::from_micros(51));
        assert_eq!(tally.quantile(0.99), Duration::from_micros(100));
        assert_eq!(tally.quantile(1.0), Duration::from_micros(101));
        assert_eq!((tally.answers(), tally.failures.count), (101, 1));
        assert!(tally.created.is_empty(), "what was refused was not created");
    }

    #[test]
    fn nothing_has_no_rate_and_no_quantiles() {
        let mut tally = Tally::default();
        assert_eq!((tally.rate(), tally.quantile(0.5)), (0.0, Duration::ZERO));
    }
}
