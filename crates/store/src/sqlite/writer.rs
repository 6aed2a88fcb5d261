//! Where the database is written: by one thread, or, while there is nothing else to do, by whoever has a command.
//!
//! Handing a command to another thread and its answer back costs two wake-ups, on an idle machine more than the
//! command itself. So the right to write is a lock: the writer thread holds it while it has work and gives it up when
//! it has none, and [`Writer::write_here`] then does a single command on the thread of its caller.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, select};
use engine::ports::store::{QueryJob, Result};
use engine::{Fault, FaultKind};
use rusqlite::Connection;

use super::delivery::{self, Batch, Delivery, End};
use super::group::{Command, Groups};
use super::intake::Intake;
use super::options::Options;
use super::picture::Chore;
use super::reader;
use super::redo::Redo;
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
    /// Whether something that was answered is not committed yet.
    pub(super) holds: Arc<AtomicBool>,
    /// Says when that begins.
    pub(super) held: Receiver<()>,
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
    /// `None` in memory.
    pub(super) redo: Option<Redo>,
}

impl Writer {
    /// Works until the queue is closed and empty.
    pub(super) fn run(&self, work: &Receiver<Work>) {
        while let Some(first) = self.next(work) {
            let mut pen = self.pen.lock().unwrap_or_else(|pen| self.left_behind(pen));
            let mut next = Some(first);
            while let Some(item) = next {
                if let Some(chore) = self.work_until_a_chore(&pen, item, work) {
                    self.delivery.drain();
                    let alone = pen.closed_redo();
                    chore(alone.map(|()| &mut pen.connection), &self.names);
                }
                next = work.try_recv().ok();
            }
        }
        self.finish();
    }

    /// Does a command at once, if nothing else is under way and nobody holds the pen; else hands it back. Blocks
    /// until the command has heard its end. The command has to be the only one that [`Delivery::take_in`] counts.
    pub(super) fn write_here(&self, command: Command) -> Option<Command> {
        let Ok(pen) = self.pen.try_lock() else { return Some(command) };
        self.with_groups(&pen, |groups| self.write(&pen, groups, command, &mut || None));
        None
    }

    /// Whether something that was answered is not committed yet.
    pub(super) fn holds(&self) -> bool {
        self.holds.load(Ordering::Acquire)
    }

    /// Has everything committed that was answered before. If that is not possible now, gives the pen, whose connection
    /// alone can read it.
    pub(super) fn settled(&self) -> Option<MutexGuard<'_, Pen>> {
        while self.holds() {
            match self.pen.try_lock() {
                Ok(pen) => return self.settle(&pen).err().map(|_| pen),
                Err(TryLockError::Poisoned(pen)) => return Some(self.left_behind(pen)),
                // Not a wait for the pen: who has it may keep it for long. Before a group what others left is committed,
                // and between two lone commands there is time to take it.
                Err(TryLockError::WouldBlock) => thread::sleep(MOMENT),
            }
        }
        None
    }

    /// The next thing to do. While nothing comes, what is held is committed after a while.
    fn next(&self, work: &Receiver<Work>) -> Option<Work> {
        let mut patience = LONGEST_HOLD;
        loop {
            if !self.holds() {
                select! {
                    recv(work) -> item => return item.ok(),
                    recv(self.held) -> _ => continue,
                }
            }
            match work.recv_timeout(patience) {
                Ok(item) => return Some(item),
                Err(RecvTimeoutError::Disconnected) => return None,
                // Trouble is met again, and told, by whoever needs it next; a busy pen settles by itself.
                Err(RecvTimeoutError::Timeout) => {
                    let settled = self.pen.try_lock().map_or(Ok(()), |pen| self.settle(&pen));
                    patience = if settled.is_ok() { LONGEST_HOLD } else { PAUSE };
                }
            }
        }
    }

    /// Takes up the pen of somebody who panicked. There may be half a command in the open transaction: nothing is
    /// committed any more.
    fn left_behind<'p>(&self, pen: PoisonError<MutexGuard<'p, Pen>>) -> MutexGuard<'p, Pen> {
        self.stop.now("there was a panic while the database was being written");
        pen.into_inner()
    }

    fn settle(&self, pen: &Pen) -> Result<()> {
        let Some(redo) = pen.redo.as_ref().filter(|_| self.holds()) else { return Ok(()) };
        redo.settle(&pen.connection)?;
        pen.look_at_wal();
        Ok(())
    }

    fn finish(&self) {
        let pen = self.pen.lock().unwrap_or_else(|pen| self.left_behind(pen));
        match (pen.closed_redo(), &pen.redo) {
            (Ok(()), Some(redo)) => redo.remove(),
            (Err(fault), _) => tracing::warn!(%fault, "the redo log is left to the next start"),
            (Ok(()), None) => {}
        }
    }

    fn work_until_a_chore(&self, pen: &Pen, first: Work, work: &Receiver<Work>) -> Option<Chore> {
        self.with_groups(pen, |groups| {
            let mut next = Some(first);
            while let Some(item) = next {
                let mut intake = Intake::new(work, self);
                match item {
                    Work::Chore(chore) => return Some(chore),
                    Work::Query(query) => reader::run_safely(query, Ok(groups.tables)),
                    Work::Command(command) => self.write(pen, groups, command, &mut || intake.next()),
                }
                next = intake.other().or_else(|| work.try_recv().ok());
            }
            None
        })
    }

    fn with_groups<T>(&self, pen: &Pen, work: impl FnOnce(&Groups<'_, '_>) -> T) -> T {
        let session = Session::new(&pen.connection, &self.place).noting(pen.redo.as_ref().map(Redo::draft));
        let tables = Tables::new(session, Arc::clone(&self.names));
        work(&Groups::new(&tables, self.options.gate.as_deref(), &self.stop, &pen.apart))
    }

    /// Writes a command that is alone, or with those that come in addition.
    fn write(
        &self,
        pen: &Pen,
        groups: &Groups<'_, '_>,
        first: Command,
        more: &mut dyn FnMut() -> Option<Command>,
    ) {
        match pen.redo.as_ref().filter(|_| self.delivery.has_one_alone()) {
            Some(redo) => self.write_alone(pen, groups.carry_out_alone(first, redo, &self.delivery), redo),
            None => self.write_group(pen, groups, first, more),
        }
    }

    fn write_alone(&self, pen: &Pen, batch: Batch, redo: &Redo) {
        self.dispatch(batch);
        if !self.holds() {
            // What it wrote was committed, or undone.
            pen.look_at_wal();
        } else if redo.is_due() {
            // Trouble is met again, and told, by whoever needs it next.
            let _ = self.settle(pen);
        }
    }

    /// Writes a command, and those that come in addition, in one transaction; more only if one is lost.
    fn write_group(
        &self,
        pen: &Pen,
        groups: &Groups<'_, '_>,
        first: Command,
        more: &mut dyn FnMut() -> Option<Command>,
    ) {
        let mut commands = vec![first];
        while !commands.is_empty() {
            let batch = match self.settle(pen) {
                Ok(()) => groups.carry_out(&mut commands, more),
                Err(fault) => Batch::failed(&mut commands, &fault),
            };
            self.dispatch(batch);
            pen.look_at_wal();
        }
    }

    fn dispatch(&self, batch: Batch) {
        self.delivery.dispatch(batch, self.answers.as_ref().map(|(answers, _)| answers));
    }
}

impl Pen {
    /// Commits everything, so that the database needs no log.
    fn closed_redo(&self) -> Result<()> {
        self.redo.as_ref().map_or(Ok(()), |redo| redo.close(&self.connection))
    }

    fn look_at_wal(&self) {
        self.wal.iter().for_each(|wal| wal.after_commit(&self.connection));
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

/// For how long something is held at most that nobody asks for: what is committed every now and then costs hardly
/// anything.
const LONGEST_HOLD: Duration = Duration::from_millis(20);
/// Before a commit that failed is tried again though nobody asks for it.
const PAUSE: Duration = Duration::from_millis(500);
/// Between two looks at whether a lone command is done: a part of what it takes.
const MOMENT: Duration = Duration::from_micros(50);
