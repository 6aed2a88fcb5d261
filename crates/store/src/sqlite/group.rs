//! Group commit: many commands, one commit, then all answers.
//!
//! ```text
//!   BEGIN IMMEDIATE
//!     command 1: savepoint at its first write ... kept
//!     command 2: savepoint ... refused, rolled back
//!     command 3: wrote nothing
//!   COMMIT  (or ROLLBACK, if nobody kept anything)
//!   names updated, end() of each, in the order in which they came
//! ```
//!
//! Refusals wait for the commit as well: a command may have been refused because of what one before it did.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use engine::ports::store::{CommandJob, Result, Verdict};
use engine::{Fault, FaultKind};

use super::options::Options;
use super::session::Session;
use super::stop::Stop;
use crate::tables::Tables;

type Command = Box<dyn CommandJob>;

/// How a command ended, unless the commit fails.
enum End {
    Kept,
    Undone,
    Failed(Fault),
}

/// Carries out commands and tells each how it ended.
pub(super) fn carry_out(
    tables: &Tables<Session<'_>>,
    commands: Vec<Command>,
    options: &Options,
    stop: &Stop,
) {
    let mut waiting = commands;
    while !waiting.is_empty() {
        let results = Group { tables, options, stop }.run(&mut waiting);
        let rest = waiting.split_off(results.len());
        waiting.into_iter().zip(results).for_each(|(command, result)| end(command, result));
        waiting = rest;
    }
}

/// Tells a command how it ended; a panic there concerns nobody else.
pub(super) fn end(command: Command, result: Result<()>) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| command.end(result))) {
        tracing::error!("a command panicked while it heard its end: {}", said(&*panic));
    }
}

struct Group<'g, 'c> {
    tables: &'g Tables<Session<'c>>,
    options: &'g Options,
    stop: &'g Stop,
}

impl Group<'_, '_> {
    /// The results of the first commands: of all, unless the transaction was lost on the way.
    fn run(&self, commands: &mut [Command]) -> Vec<Result<()>> {
        if let Some(fault) = self.stop.fault() {
            return vec![Err(fault.clone()); commands.len()];
        }
        if let Err(fault) = self.tables.sql.begin_write() {
            self.stop_if_broken(&fault);
            return vec![Err(fault); commands.len()];
        }
        let ends = self.run_each(commands);
        let finished = self.finish(ends.last());
        ends.into_iter().map(|end| result(end, &finished)).collect()
    }

    fn run_each(&self, commands: &mut [Command]) -> Vec<End> {
        let alone = commands.len() == 1;
        let mut ends = Vec::with_capacity(commands.len());
        for command in commands {
            ends.push(self.run_one(command, alone));
            if self.tables.sql.is_lost() || self.tables.sql.is_broken() {
                break;
            }
        }
        ends
    }

    fn run_one(&self, command: &mut Command, alone: bool) -> End {
        let names = self.tables.changes_noted();
        self.tables.sql.start_job(alone);
        let verdict = catch_unwind(AssertUnwindSafe(|| command.run(self.tables)));
        let end = match verdict {
            Ok(Ok(Verdict::Keep)) => End::Kept,
            Ok(Ok(Verdict::Undo)) => End::Undone,
            Ok(Err(fault)) => End::Failed(fault),
            Err(panic) => End::Failed(Fault::internal(format!("a command panicked: {}", said(&*panic)))),
        };
        self.settle(end, names)
    }

    /// Keeps or undoes what a command wrote.
    fn settle(&self, end: End, names: usize) -> End {
        let sql = &self.tables.sql;
        if sql.is_lost() {
            return end;
        }
        if matches!(end, End::Kept) {
            return sql.keep_job().map_or_else(End::Failed, |()| End::Kept);
        }
        self.tables.forget_changes(names);
        match sql.undo_job() {
            Ok(()) => end,
            Err(fault) => End::Failed(fault),
        }
    }

    /// Ends the transaction. An error here is the end of every command of the group.
    fn finish(&self, last: Option<&End>) -> Result<()> {
        let finished = self.commit(last);
        match &finished {
            Ok(()) => self.tables.publish_changes(),
            Err(fault) => {
                self.tables.forget_changes(0);
                self.abandon();
                self.stop_if_broken(fault);
            }
        }
        finished
    }

    fn commit(&self, last: Option<&End>) -> Result<()> {
        let sql = &self.tables.sql;
        if sql.is_lost() || sql.is_broken() {
            return Err(lost(last));
        }
        if !sql.has_kept() {
            return sql.roll_back();
        }
        self.options.gate.as_ref().map_or(Ok(()), |gate| gate.before_commit())?;
        self.options.commit_delay.into_iter().for_each(thread::sleep);
        sql.commit()
    }

    /// Rolls back what could not be committed. If even that fails, the next transaction could not begin either.
    fn abandon(&self) {
        if let Err(fault) = self.tables.sql.roll_back() {
            self.stop.now(&fault.message);
        }
    }

    fn stop_if_broken(&self, fault: &Fault) {
        let told = matches!(fault.kind, FaultKind::OutcomeUnknown | FaultKind::StoreStopped);
        if told || self.tables.sql.is_broken() {
            self.stop.now(&fault.message);
        }
    }
}

/// Why the transaction is gone: the last command's trouble, which is no fault of those before it.
fn lost(last: Option<&End>) -> Fault {
    match last {
        Some(End::Failed(fault)) if fault.kind != FaultKind::Internal => fault.clone(),
        Some(End::Failed(fault)) => Fault::new(FaultKind::StoreBusy, &fault.message),
        _ => Fault::new(FaultKind::StoreBusy, "the transaction was lost"),
    }
}

/// What a command hears, given how it ended and how the commit did.
fn result(end: End, finished: &Result<()>) -> Result<()> {
    match (end, finished) {
        (End::Failed(fault), _) => Err(fault),
        (End::Kept | End::Undone, Ok(())) => Ok(()),
        (End::Kept, Err(fault)) => Err(fault.clone()),
        // It certainly changed nothing, whatever became of the others.
        (End::Undone, Err(fault)) if fault.kind == FaultKind::OutcomeUnknown => {
            Err(Fault::new(FaultKind::StoreStopped, &fault.message))
        }
        (End::Undone, Err(fault)) => Err(fault.clone()),
    }
}

/// What a panic said, if it said anything.
fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("nothing")
}
