//! The last lines, in memory.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// As many of the last lines as fit in so many bytes.
pub(super) struct Tail {
    lines: Mutex<Lines>,
    limit: usize,
}

#[derive(Default)]
struct Lines {
    lines: VecDeque<Box<[u8]>>,
    bytes: usize,
}

impl Tail {
    pub(super) fn new(limit: usize) -> Self {
        Self { lines: Mutex::default(), limit }
    }

    /// Adds a line, given with its line end, and forgets the oldest that no longer fit.
    pub(super) fn push(&self, line: &[u8]) {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        if line.len() > self.limit {
            return;
        }
        let mut kept = self.kept();
        kept.bytes += line.len();
        kept.lines.push_back(line.into());
        while kept.bytes > self.limit {
            let oldest = kept.lines.pop_front().map_or(0, |line| line.len());
            kept.bytes = kept.bytes.saturating_sub(oldest);
        }
    }

    /// The last `count` lines, oldest first.
    pub(super) fn last(&self, count: usize) -> Vec<String> {
        let kept = self.kept();
        let skipped = kept.lines.len().saturating_sub(count);
        kept.lines.iter().skip(skipped).map(|line| String::from_utf8_lossy(line).into_owned()).collect()
    }

    fn kept(&self) -> MutexGuard<'_, Lines> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Tail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tail(limit {} bytes)", self.limit)
    }
}
