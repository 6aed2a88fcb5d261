//! Between those who record and the thread that writes.

use std::fmt;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use prometheus_client::metrics::counter::Counter;

use super::entry::Entry;

/// A queue bounded by the bytes it holds. Recording takes a lock for one push and wakes the thread only if it
/// sleeps for want of entries; after waking, the thread lets entries gather for a moment, so that a busy server
/// pays for a wake-up once in many entries.
pub(super) struct Queue {
    state: Mutex<State>,
    changed: Condvar,
    written: Condvar,
    limit: usize,
    lost_total: Counter,
}

#[derive(Default)]
struct State {
    waiting: Vec<Entry>,
    /// Held by entries that wait or are being written.
    bytes: usize,
    lost: u64,
    asleep: bool,
    hurry: bool,
    closed: bool,
    /// Entries recorded or lost since the start, and how many of these have been dealt with.
    recorded: u64,
    done: u64,
}

/// What the thread takes off at once.
pub(super) struct Batch {
    pub(super) entries: Vec<Entry>,
    /// Entries that did not fit since the last batch; they came after those of this one.
    pub(super) lost: u64,
    covers: u64,
    bytes: usize,
    /// Nothing will follow.
    pub(super) last: bool,
}

impl Queue {
    pub(super) fn new(limit: usize, lost_total: Counter) -> Self {
        let (state, changed, written) = (Mutex::default(), Condvar::new(), Condvar::new());
        Self { state, changed, written, limit, lost_total }
    }

    /// Puts an entry on, or counts it as lost.
    pub(super) fn push(&self, entry: Entry) {
        let size = entry.size();
        let mut state = self.state();
        state.recorded += 1;
        if state.closed || state.bytes + size > self.limit {
            state.lost += 1;
            self.lost_total.inc();
        } else {
            state.bytes += size;
            state.waiting.push(entry);
        }
        if state.asleep {
            state.asleep = false;
            self.changed.notify_one();
        }
    }

    /// Takes off all there is, waiting until there is something or the queue is closed.
    pub(super) fn take(&self) -> Batch {
        let mut state = self.state();
        while state.recorded == state.done && !state.closed {
            state.asleep = true;
            state = self.wait(state, None);
        }
        if !state.hurry && !state.closed {
            // Woken early only by a flush or the end; a spurious wake-up does no harm.
            state = self.wait(state, Some(GATHER));
        }
        state.hurry = false;
        let bytes = state.bytes;
        let (entries, lost) = (std::mem::take(&mut state.waiting), std::mem::take(&mut state.lost));
        Batch { entries, lost, covers: state.recorded, bytes, last: state.closed }
    }

    /// Gives this batch's room back, and tells those who flush that it is written.
    pub(super) fn done(&self, batch: &Batch) {
        let mut state = self.state();
        state.done = batch.covers;
        state.bytes -= batch.bytes;
        drop(state);
        self.written.notify_all();
    }

    /// Counts entries that were taken off but could not be written.
    pub(super) fn count_lost(&self, entries: u64) {
        self.lost_total.inc_by(entries);
    }

    /// Waits until all that was recorded before is dealt with.
    pub(super) fn flush(&self) {
        let mut state = self.state();
        let goal = state.recorded;
        while state.done < goal && !state.closed {
            state.hurry = true;
            state.asleep = false;
            self.changed.notify_one();
            state = self.written.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Lets the thread write what waits and end.
    pub(super) fn close(&self) {
        self.state().closed = true;
        self.changed.notify_one();
        self.written.notify_all();
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State>, limit: Option<Duration>) -> MutexGuard<'a, State> {
        match limit {
            None => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            Some(limit) => self.changed.wait_timeout(state, limit).unwrap_or_else(PoisonError::into_inner).0,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Queue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Queue(limit {} bytes)", self.limit)
    }
}

/// How long entries gather before they are written together.
const GATHER: Duration = Duration::from_millis(20);
