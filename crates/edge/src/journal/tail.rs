//! The last lines, in memory.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// As many of the last lines as fit in so many bytes.
pub(super) struct Tail {
    lines: Mutex<Lines>,
    limit: usize,
}

/// The lines one behind the other, and the length of each: adding a line and forgetting another takes no memory.
#[derive(Default)]
struct Lines {
    text: VecDeque<u8>,
    lengths: VecDeque<usize>,
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
        while kept.text.len() + line.len() > self.limit {
            let Some(oldest) = kept.lengths.pop_front() else { break };
            kept.text.drain(..oldest);
        }
        kept.text.extend(line);
        kept.lengths.push_back(line.len());
    }

    /// The last `count` lines, oldest first.
    pub(super) fn last(&self, count: usize) -> Vec<String> {
        let mut kept = self.kept();
        let Lines { text, lengths } = &mut *kept;
        let skipped = lengths.len().saturating_sub(count);
        let mut start: usize = lengths.range(..skipped).sum();
        let text = text.make_contiguous();
        let line = |length: &usize| {
            let line = &text[start..start + length];
            start += length;
            String::from_utf8_lossy(line).into_owned()
        };
        lengths.range(skipped..).map(line).collect()
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
