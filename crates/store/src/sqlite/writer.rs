//! The thread that writes.

use std::sync::Arc;

use crossbeam_channel::{Receiver, Sender};
use engine::ports::store::QueryJob;
use engine::{Fault, FaultKind};
use rusqlite::Connection;

use super::delivery::{self, Batch, Delivery, End};
use super::group::{Command, Groups};
use super::options::Options;
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
    pub(super) fn run(self, work: &Receiver<Work>) {
        let tables = Tables::new(Session::new(&self.connection, &self.place), Arc::clone(&self.names));
        let groups = Groups::new(&tables, self.options.gate.as_deref(), &self.stop);
        while let Ok(first) = work.recv() {
            let Some(first) = answered(first, &tables) else { continue };
            let (mut commands, query) = self.collect(first, work);
            while !commands.is_empty() {
                let batch = groups.carry_out(&mut commands);
                self.dispatch(batch, work.is_empty());
            }
            query.map(|query| answered(Work::Query(query), &tables));
        }
    }

    fn dispatch(&self, batch: Batch, idle: bool) {
        let answers = self.durable.as_ref().map(|durable| &durable.answers);
        self.delivery.dispatch(batch, answers, idle);
        self.durable.iter().for_each(|durable| durable.wal.after_commit(&self.connection));
    }

    /// Takes the commands that wait already. A query among them is answered after those before it.
    fn collect(&self, first: Command, work: &Receiver<Work>) -> (Vec<Command>, Option<Box<dyn QueryJob>>) {
        let mut commands = vec![first];
        while commands.len() < self.options.group {
            match work.try_recv() {
                Ok(Work::Command(command)) => commands.push(command),
                Ok(Work::Query(query)) => return (commands, Some(query)),
                Err(_) => break,
            }
        }
        (commands, None)
    }
}

/// Answers a query at once; hands a command back.
fn answered(work: Work, tables: &Tables<Session<'_>>) -> Option<Command> {
    match work {
        Work::Command(command) => Some(command),
        Work::Query(query) => {
            reader::run_safely(query, Ok(tables));
            None
        }
    }
}

/// Tells a job that nobody will do it any more.
pub(super) fn refuse(work: Work) {
    match work {
        Work::Query(job) => reader::refuse(job),
        Work::Command(job) => {
            delivery::end(job, End::Failed(Fault::new(FaultKind::StoreStopped, "the store is closed")));
        }
    }
}
