//! Group commit: many commands, one transaction.
//!
//! ```text
//!   BEGIN IMMEDIATE
//!     command 1: kept
//!     command 2: refused before it wrote anything
//!     command 3: kept
//!   COMMIT  (or ROLLBACK, if nobody kept anything)     then see `delivery`
//! ```
//!
//! Most refusals come before the first write, so the commands of a group share the transaction and nothing keeps
//! them apart. If one is refused after it wrote, all is rolled back and the group is run again with a savepoint for
//! each, and so are the groups after it for a while: whoever has no credit left is likely to try once more.
//!
//! Refusals wait for the commit as well: a command may have been refused because of what one before it did.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use engine::ports::store::{CommandJob, Result, Verdict};
use engine::{Fault, FaultKind};

use super::delivery::{Batch, End, Lasts};
use super::options::CommitGate;
use super::session::{Isolation, Session, Undone};
use super::stop::Stop;
use crate::tables::Tables;

pub(super) type Command = Box<dyn CommandJob>;

/// Carries out groups of commands, one after the other.
pub(super) struct Groups<'g, 'c> {
    pub(super) tables: &'g Tables<Session<'c>>,
    pub(super) gate: Option<&'g dyn CommitGate>,
    pub(super) stop: &'g Stop,
    /// For how many groups more the commands are kept apart by savepoints.
    apart: &'g Cell<u32>,
}

impl<'g, 'c> Groups<'g, 'c> {
    pub(super) fn new(
        tables: &'g Tables<Session<'c>>,
        gate: Option<&'g dyn CommitGate>,
        stop: &'g Stop,
        apart: &'g Cell<u32>,
    ) -> Self {
        Self { tables, gate, stop, apart }
    }

    /// Carries out some commands, and those that come in addition until there are no more: all, unless the
    /// transaction was lost on the way. The others stay.
    pub(super) fn carry_out(
        &self,
        commands: &mut Vec<Command>,
        more: &mut dyn FnMut() -> Option<Command>,
    ) -> Batch {
        if let Some(fault) = self.stop.fault() {
            return Batch::failed(commands, fault);
        }
        if let Err(fault) = self.tables.sql.begin_write() {
            self.stop_if_broken(&fault);
            return Batch::failed(commands, &fault);
        }
        let ends = match self.run_each(commands, more) {
            Ok(ends) => ends,
            Err(fault) => return Batch::failed(commands, &fault),
        };
        let finished = self.finish(ends.last());
        let wrote = finished.is_ok() && self.tables.sql.has_kept();
        let lasts = if wrote { Lasts::OnceSynced } else { Lasts::Nothing };
        let rest = commands.split_off(ends.len());
        let done = std::mem::replace(commands, rest);
        let ends = ends.into_iter().map(|end| end.after(&finished));
        Batch { ended: done.into_iter().zip(ends).collect(), names: self.tables.take_changes(), lasts }
    }

    fn isolation(&self) -> Isolation {
        let left = self.apart.get();
        self.apart.set(left.saturating_sub(1));
        if left == 0 { Isolation::Shared } else { Isolation::Apart }
    }

    /// How each command ended, up to the one that lost the transaction.
    fn run_each(
        &self,
        commands: &mut Vec<Command>,
        more: &mut dyn FnMut() -> Option<Command>,
    ) -> Result<Vec<End>> {
        let mut isolation = self.isolation();
        let mut ends = Vec::with_capacity(commands.len());
        loop {
            if ends.len() == commands.len() {
                commands.extend(more());
            }
            let Some(command) = commands.get_mut(ends.len()) else { return Ok(ends) };
            match self.run_one(command, isolation) {
                Some(end) => ends.push(end),
                None => {
                    self.begin_again()?;
                    isolation = Isolation::Apart;
                    ends.clear();
                }
            }
            if self.tables.sql.is_lost() || self.tables.sql.is_broken() {
                return Ok(ends);
            }
        }
    }

    /// How a command ended; `None` if what it wrote can only be undone with everything.
    fn run_one(&self, command: &mut Command, isolation: Isolation) -> Option<End> {
        let names = self.tables.changes_noted();
        let end = self.judge(command, isolation);
        self.settle(end, names).ok()
    }

    /// How a command wants to end.
    pub(super) fn judge(&self, command: &mut Command, isolation: Isolation) -> End {
        self.tables.sql.start_job(isolation);
        let verdict = catch_unwind(AssertUnwindSafe(|| command.run(self.tables)));
        match verdict {
            Ok(Ok(Verdict::Keep)) => End::Kept,
            Ok(Ok(Verdict::Undo)) => End::Undone,
            Ok(Err(fault)) => End::Failed(fault),
            Err(panic) => {
                let what = format!("a command panicked: {}", said(&*panic));
                End::Failed(Fault::new(FaultKind::Panicked, what))
            }
        }
    }

    /// Keeps or undoes what a command wrote.
    ///
    /// # Errors
    /// Its end, if what it wrote can only be undone with everything.
    pub(super) fn settle(&self, end: End, names: usize) -> std::result::Result<End, End> {
        let sql = &self.tables.sql;
        if sql.is_lost() {
            // Kept it cannot be any more; an error that the command made nothing of is still one.
            return Ok(if matches!(end, End::Kept) { End::Failed(lost(None)) } else { end });
        }
        if matches!(end, End::Kept) {
            return Ok(sql.keep_job().map_or_else(End::Failed, |()| End::Kept));
        }
        self.tables.forget_changes(names);
        match sql.undo_job() {
            Ok(Undone::Yes) => Ok(end),
            Ok(Undone::NotAlone) => Err(end),
            Err(fault) => Ok(End::Failed(fault)),
        }
    }

    /// Rolls everything back, for another run with savepoints.
    fn begin_again(&self) -> Result<()> {
        self.apart.set(APART_FOR);
        self.tables.forget_changes(0);
        let sql = &self.tables.sql;
        sql.roll_back().and_then(|()| sql.begin_write()).inspect_err(|fault| self.stop_if_broken(fault))
    }

    /// Ends the transaction. An error here is the end of every command of the group.
    fn finish(&self, last: Option<&End>) -> Result<()> {
        self.commit(last).inspect_err(|fault| {
            self.tables.forget_changes(0);
            self.abandon();
            self.stop_if_broken(fault);
        })
    }

    fn commit(&self, last: Option<&End>) -> Result<()> {
        let sql = &self.tables.sql;
        if sql.is_lost() || sql.is_broken() {
            return Err(lost(last));
        }
        if !sql.has_kept() {
            return sql.roll_back();
        }
        // What this one is built on may have been lost while it was open.
        if let Some(fault) = self.stop.fault() {
            return Err(fault.clone());
        }
        self.gate.map_or(Ok(()), CommitGate::before_commit)?;
        sql.commit()
    }

    /// Rolls back what could not be committed. If even that fails, no further transaction could begin.
    fn abandon(&self) {
        if let Err(fault) = self.tables.sql.roll_back() {
            self.stop.now(&fault.message);
        }
    }

    pub(super) fn stop_if_broken(&self, fault: &Fault) {
        let told = matches!(fault.kind, FaultKind::OutcomeUnknown | FaultKind::StoreStopped);
        if told || self.tables.sql.is_broken() {
            self.stop.now(&fault.message);
        }
    }
}

/// Why the transaction is gone: the last command's trouble, which is no fault of those before it.
pub(super) fn lost(last: Option<&End>) -> Fault {
    match last {
        Some(End::Failed(fault)) if fault.kind != FaultKind::Internal => fault.clone(),
        Some(End::Failed(fault)) => Fault::new(FaultKind::StoreBusy, &fault.message),
        _ => Fault::new(FaultKind::StoreBusy, "the transaction was lost"),
    }
}

/// What a panic said, if it said anything.
pub(super) fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("nothing")
}

/// Groups run with savepoints after one that had to be run twice.
const APART_FOR: u32 = 64;
