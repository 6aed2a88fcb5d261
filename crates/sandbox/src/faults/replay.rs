//! The same trouble twice for a transaction that is run twice.
//!
//! The store may roll a group of commands back and run each of them again. An order for "the next one" that was used up
//! by the first run has to strike the second too: it is the same request.

use std::cell::RefCell;

use engine::Fault;
use engine::ports::Port;

/// What a command met in its earlier run, in order.
#[derive(Debug, Default)]
pub(super) struct Record {
    met: Vec<(Port, Option<Fault>)>,
    /// How much of it this run has met again.
    at: usize,
}

thread_local! {
    /// The record of the command that this thread runs.
    static CURRENT: RefCell<Option<Record>> = const { RefCell::new(None) };
}

impl Record {
    /// Runs a command by this record, and writes down what it meets beyond.
    pub(super) fn during<T>(&mut self, run: impl FnOnce() -> T) -> T {
        let mut record = std::mem::take(self);
        record.at = 0;
        let outer = CURRENT.replace(Some(record));
        let restore = Restore { outer };
        let result = run();
        *self = CURRENT.take().unwrap_or_default();
        drop(restore);
        result
    }
}

/// Puts back what was there before, even if the command panics.
struct Restore {
    outer: Option<Record>,
}

impl Drop for Restore {
    fn drop(&mut self) {
        CURRENT.set(self.outer.take());
    }
}

/// What the command met here in its earlier run, or what it meets now.
pub(super) fn once(port: Port, meet: impl FnOnce() -> Option<Fault>) -> Option<Fault> {
    if let Some(again) =
        CURRENT.with_borrow_mut(|current| current.as_mut().and_then(|record| record.again(port)))
    {
        return again;
    }
    let met = meet();
    CURRENT.with_borrow_mut(|current| {
        if let Some(record) = current {
            record.met.truncate(record.at);
            record.met.push((port, met.clone()));
            record.at += 1;
        }
    });
    met
}

impl Record {
    fn again(&mut self, port: Port) -> Option<Option<Fault>> {
        let (_, fault) = self.met.get(self.at).filter(|(there, _)| *there == port)?;
        self.at += 1;
        Some(fault.clone())
    }
}
