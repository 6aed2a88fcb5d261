use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Work that waits.
pub trait Line: Send + 'static {
    /// A piece of it.
    type Work;

    /// Takes the next piece, if one may be begun.
    fn next(&mut self) -> Option<Self::Work>;
}

/// Where work is handed in and taken: a line, and whether more is taken from it.
///
/// Every change of a line is complete: one that panics must leave it in order.
#[derive(Debug)]
pub struct Desk<L> {
    state: Mutex<State<L>>,
    changed: Condvar,
}

#[derive(Debug)]
struct State<L> {
    line: L,
    is_open: bool,
}

impl<L: Line> Desk<L> {
    /// An open desk before a line.
    pub fn new(line: L) -> Self {
        Self { state: Mutex::new(State { line, is_open: true }), changed: Condvar::new() }
    }

    /// Changes the line, knowing whether the desk is open, and lets everybody look who waits for a change.
    pub fn change<R>(&self, change: impl FnOnce(&mut L, bool) -> R) -> R {
        let mut state = self.state();
        let is_open = state.is_open;
        let made = change(&mut state.line, is_open);
        drop(state);
        self.changed.notify_all();
        made
    }

    /// Waits until the line is so. `false` if that takes too long. Blocks.
    pub fn wait(&self, patience: Duration, is_so: impl Fn(&L) -> bool) -> bool {
        let waited = self.changed.wait_timeout_while(self.state(), patience, |state| !is_so(&state.line));
        let (_state, time_out) = waited.unwrap_or_else(PoisonError::into_inner);
        !time_out.timed_out()
    }

    /// The next piece of work, when there is one; `None` once the desk is closed. Blocks.
    pub(crate) fn next(&self) -> Option<L::Work> {
        let mut state = self.state();
        loop {
            if !state.is_open {
                return None;
            }
            if let Some(work) = state.line.next() {
                return Some(work);
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Nothing more is taken from the line.
    pub(crate) fn close(&self) {
        self.state().is_open = false;
        self.changed.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State<L>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
