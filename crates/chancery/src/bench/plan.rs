//! What is measured, how often, how long.

use std::path::PathBuf;
use std::time::Duration;

use super::args::{Args, Kind};
use super::usage;

/// The arguments with everything filled in that was left out.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// Domains in the database before the measuring begins.
    pub(super) names: u32,
    /// What to measure.
    pub(super) kinds: Vec<Kind>,
    /// At how many sessions.
    pub(super) sessions: Vec<u16>,
    /// The length of a slice.
    pub(super) slice: Duration,
    /// Good pairs of slices for each measurement.
    pub(super) pairs: u32,
    /// How long the disk is left alone before something is written.
    pub(super) settle: Duration,
    /// Idle sessions for the memory of a session.
    pub(super) idle: usize,
    /// How often the start is timed, after a clean end and after a kill.
    pub(super) starts: usize,
    /// Threads of the load generator.
    pub(super) threads: usize,
    /// Where the data folder is made.
    pub(super) folder: PathBuf,
    /// Options for the server that is started.
    pub(super) serve: Vec<String>,
    /// Whether snapshots are measured.
    pub(super) snapshots: bool,
    /// Whether the data folder stays.
    pub(super) keep: bool,
}

impl Plan {
    /// From the arguments.
    pub(super) fn of(args: &Args) -> Self {
        let usual = if args.quick { &QUICK } else { &USUAL };
        Self {
            names: args.names.unwrap_or(usual.names),
            kinds: args.only.clone(),
            sessions: args.sessions.clone(),
            slice: args.seconds.map_or(usual.slice, Duration::from_secs_f64),
            pairs: args.pairs.unwrap_or(usual.pairs),
            settle: usual.settle,
            idle: args.idle.unwrap_or(usual.idle) as usize,
            starts: usual.starts,
            threads: args.threads.map_or_else(|| (usage::processors() / 2).max(1), usize::from),
            folder: args.dir.clone().unwrap_or_else(std::env::temp_dir),
            serve: args.serve.clone(),
            snapshots: args.snapshots,
            keep: args.keep,
        }
    }

    /// The most sessions of any measurement.
    pub(super) fn most_sessions(&self) -> u16 {
        self.sessions.iter().copied().max().unwrap_or(1)
    }
}

struct Usual {
    names: u32,
    slice: Duration,
    pairs: u32,
    settle: Duration,
    idle: u32,
    starts: usize,
}

const USUAL: Usual = Usual {
    names: 10_000,
    slice: Duration::from_secs(2),
    pairs: 3,
    settle: Duration::from_secs(2),
    idle: 1_000,
    starts: 3,
};

const QUICK: Usual = Usual {
    names: 1_000,
    slice: Duration::from_millis(300),
    pairs: 1,
    settle: Duration::from_millis(100),
    idle: 100,
    starts: 1,
};
