//! Between those who record and the thread that writes.

use std::fmt;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use prometheus_client::metrics::counter::Counter;

use super::batch::Batch;
use super::entry::Entry;

/// A queue bounded by the bytes it holds. Recording takes a lock for one copy and wakes the thread only if it
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
    waiting: Batch,
    /// An empty batch, to take the place of the one that is taken off next.
    spare: Batch,
    /// The size of the batch that is being written.
    writing: usize,
    lost: u64,
    asleep: bool,
    hurry: bool,
    closed: bool,
    /// Entries recorded or lost since the start, and how many of these have been dealt with.
    recorded: u64,
    done: u64,
}

/// What the thread takes off at once.
pub(super) struct Load {
    pub(super) batch: Batch,
    /// Entries that did not fit since the last load; they came after those of this one.
    pub(super) lost: u64,
    covers: u64,
    /// Nothing will follow.
    pub(super) last: bool,
}

impl Queue {
    pub(super) fn new(limit: usize, lost_total: Counter) -> Self {
        let (state, changed, written) = (Mutex::default(), Condvar::new(), Condvar::new());
        Self { state, changed, written, limit, lost_total }
    }

    /// Puts an entry on, or counts it as lost.
    pub(super) fn push(&self, entry: &Entry<'_>) {
        let size = Batch::size_of(entry);
        let mut state = self.state();
        state.recorded += 1;
        if state.closed || state.writing + state.waiting.size() + size > self.limit {
            state.lost += 1;
            self.lost_total.inc();
        } else {
            state.waiting.push(entry);
        }
        if state.asleep {
            state.asleep = false;
            self.changed.notify_one();
        }
    }

    /// Takes off all there is, waiting until there is something or the queue is closed.
    pub(super) fn take(&self) -> Load {
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
        let spare = std::mem::take(&mut state.spare);
        let batch = std::mem::replace(&mut state.waiting, spare);
        state.writing = batch.size();
        Load { batch, lost: std::mem::take(&mut state.lost), covers: state.recorded, last: state.closed }
    }

    /// Gives this load's room back, and tells those who flush that it is written.
    pub(super) fn done(&self, mut load: Load) {
        load.batch.clear();
        let mut state = self.state();
        state.done = load.covers;
        state.writing = 0;
        state.spare = load.batch;
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
