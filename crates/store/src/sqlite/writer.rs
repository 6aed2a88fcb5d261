//! Where the database is written: by one thread, or, while there is nothing else to do, by whoever has a command.
//!
//! Handing a command to another thread and its answer back costs two wake-ups, on an idle machine more than the
//! command itself. So the right to write is a lock: the writer thread holds it while it has work and gives it up when
//! it has none, and [`Writer::write_here`] then does a single command on the thread of its caller.

use std::cell::Cell;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crossbeam_channel::{Receiver, Sender};
use engine::ports::store::QueryJob;
use engine::{Fault, FaultKind};
use rusqlite::Connection;

use super::delivery::{self, Batch, Delivery, End};
use super::group::{Command, Groups};
use super::intake::Intake;
use super::options::Options;
use super::picture::Chore;
use super::reader;
use super::session::Session;
use super::stop::Stop;
use super::wal::Wal;
use crate::names::NameIndex;
use crate::tables::Tables;

/// What the writer is asked to do.
pub(super) enum Work {
    Command(Command),
    /// Only in memory.
    Query(Box<dyn QueryJob>),
    /// Needs the database to itself.
    Chore(Chore),
}

/// What writing needs.
pub(super) struct Writer {
    pub(super) pen: Mutex<Pen>,
    pub(super) place: String,
    pub(super) names: Arc<NameIndex>,
    pub(super) options: Options,
    pub(super) stop: Arc<Stop>,
    pub(super) delivery: Arc<Delivery>,
    /// To the thread that answers, and back from it whenever it has nothing more to sync; `None` in memory.
    pub(super) answers: Option<(Sender<Batch>, Receiver<()>)>,
}

/// Who holds it writes.
pub(super) struct Pen {
    pub(super) connection: Connection,
    /// For how many groups more the commands are kept apart by savepoints.
    pub(super) apart: Cell<u32>,
    /// `None` in memory.
    pub(super) wal: Option<Wal>,
}

impl Writer {
    /// Works until the queue is closed and empty.
    pub(super) fn run(&self, work: &Receiver<Work>) {
        while let Ok(first) = work.recv() {
            let mut pen = self.pen.lock().unwrap_or_else(PoisonError::into_inner);
            let mut next = Some(first);
            while let Some(item) = next {
                if let Some(chore) = self.work_until_a_chore(&pen, item, work) {
                    self.delivery.drain();
                    chore(&mut pen.connection, &self.names);
                }
                next = work.try_recv().ok();
            }
        }
    }

    /// Does a command at once, if nothing else is under way and nobody holds the pen; else hands it back. Blocks
    /// until the command has heard its end. The command has to be the only one that [`Delivery::take_in`] counts.
    pub(super) fn write_here(&self, command: Command) -> Option<Command> {
        let Some(pen) = self.free_pen() else { return Some(command) };
        self.with_groups(&pen, |groups| self.write(&pen, groups, command, &mut || None));
        None
    }

    fn free_pen(&self) -> Option<MutexGuard<'_, Pen>> {
        self.pen.try_lock().ok()
    }

    fn work_until_a_chore(&self, pen: &Pen, first: Work, work: &Receiver<Work>) -> Option<Chore> {
        self.with_groups(pen, |groups| {
            let mut next = Some(first);
            while let Some(item) = next {
                let mut intake = Intake::new(work, self);
                match item {
                    Work::Chore(chore) => return Some(chore),
                    Work::Query(query) => reader::run_safely(query, Ok(groups.tables())),
                    Work::Command(command) => self.write(pen, groups, command, &mut || intake.next()),
                }
                next = intake.other().or_else(|| work.try_recv().ok());
            }
            None
        })
    }

    fn with_groups<T>(&self, pen: &Pen, work: impl FnOnce(&Groups<'_, '_>) -> T) -> T {
        let tables = Tables::new(Session::new(&pen.connection, &self.place), Arc::clone(&self.names));
        work(&Groups::new(&tables, self.options.gate.as_deref(), &self.stop, &pen.apart))
    }

    /// Writes a command, and those that come in addition, in one transaction; more only if one is lost.
    fn write(
        &self,
        pen: &Pen,
        groups: &Groups<'_, '_>,
        first: Command,
        more: &mut dyn FnMut() -> Option<Command>,
    ) {
        let mut commands = vec![first];
        while !commands.is_empty() {
            let batch = groups.carry_out(&mut commands, more);
            self.delivery.dispatch(batch, self.answers.as_ref().map(|(answers, _)| answers));
            pen.wal.iter().for_each(|wal| wal.after_commit(&pen.connection));
        }
    }
}

/// Tells a job that nobody will do it any more.
pub(super) fn refuse(work: Work) {
    match work {
        Work::Query(job) => reader::refuse(job),
        // Whoever waits for it notices that it is gone.
        Work::Chore(chore) => drop(chore),
        Work::Command(job) => {
            delivery::end(job, End::Failed(Fault::new(FaultKind::StoreStopped, "the store is closed")));
        }
    }
}
