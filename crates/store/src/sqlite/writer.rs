//! The thread that writes.

use std::sync::Arc;

use crossbeam_channel::{Receiver, Sender};
use engine::ports::store::QueryJob;
use engine::{Fault, FaultKind};
use rusqlite::Connection;

use super::delivery::{self, Batch, Delivery, End};
use super::group::{Command, Groups};
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

/// What the writer needs.
pub(super) struct Writer {
    pub(super) connection: Connection,
    pub(super) place: String,
    pub(super) names: Arc<NameIndex>,
    pub(super) options: Options,
    pub(super) stop: Arc<Stop>,
    pub(super) delivery: Arc<Delivery>,
    /// What a file needs and memory does not.
    pub(super) durable: Option<Durable>,
}

/// What keeps a file up to date behind the writer.
pub(super) struct Durable {
    /// To the thread that answers.
    pub(super) answers: Sender<Batch>,
    pub(super) wal: Wal,
}

impl Writer {
    /// Works until the queue is closed and empty.
    pub(super) fn run(mut self, work: &Receiver<Work>) {
        while let Some(chore) = self.work_until_a_chore(work) {
            self.delivery.drain();
            chore(&mut self.connection, &self.names);
        }
    }

    fn work_until_a_chore(&self, work: &Receiver<Work>) -> Option<Chore> {
        let tables = Tables::new(Session::new(&self.connection, &self.place), Arc::clone(&self.names));
        let groups = Groups::new(&tables, self.options.gate.as_deref(), &self.stop);
        while let Ok(first) = work.recv() {
            let (mut commands, other) = self.collect(first, work);
            while !commands.is_empty() {
                let batch = groups.carry_out(&mut commands);
                self.dispatch(batch, work.is_empty());
            }
            match other {
                Some(Other::Chore(chore)) => return Some(chore),
                Some(Other::Query(query)) => reader::run_safely(query, Ok(&tables)),
                None => {}
            }
        }
        None
    }

    fn dispatch(&self, batch: Batch, idle: bool) {
        let answers = self.durable.as_ref().map(|durable| &durable.answers);
        self.delivery.dispatch(batch, answers, idle);
        self.durable.iter().for_each(|durable| durable.wal.after_commit(&self.connection));
    }

    /// Takes the commands that wait already. What comes among them and is none is done after those before it.
    fn collect(&self, first: Work, work: &Receiver<Work>) -> (Vec<Command>, Option<Other>) {
        let mut commands = Vec::new();
        let mut next = Some(first);
        while let Some(work_item) = next {
            match work_item {
                Work::Command(command) => commands.push(command),
                Work::Query(query) => return (commands, Some(Other::Query(query))),
                Work::Chore(chore) => return (commands, Some(Other::Chore(chore))),
            }
            next = if commands.len() < self.options.group { work.try_recv().ok() } else { None };
        }
        (commands, None)
    }
}

/// Work that is no command.
enum Other {
    Query(Box<dyn QueryJob>),
    Chore(Chore),
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
