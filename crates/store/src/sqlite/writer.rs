//! The thread that writes.

use std::sync::Arc;

use crossbeam_channel::Receiver;
use engine::ports::store::{CommandJob, QueryJob};
use engine::{Fault, FaultKind};
use rusqlite::Connection;

use super::group;
use super::options::Options;
use super::reader;
use super::session::Session;
use super::stop::Stop;
use super::wal::Wal;
use crate::names::NameIndex;
use crate::tables::Tables;

/// What the writer is asked to do.
pub(super) enum Work {
    Command(Box<dyn CommandJob>),
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
    /// `None` in memory.
    pub(super) wal: Option<Wal>,
}

impl Writer {
    /// Works until the queue is closed and empty.
    pub(super) fn run(mut self, work: &Receiver<Work>) {
        let wal = self.wal.take();
        let tables = Tables::new(Session::new(&self.connection, &self.place), Arc::clone(&self.names));
        while let Ok(first) = work.recv() {
            let Some(first) = answered(first, &tables) else { continue };
            let (commands, query) = self.collect(first, work);
            group::carry_out(&tables, commands, &self.options, &self.stop);
            query.map(|query| answered(Work::Query(query), &tables));
            wal.iter().for_each(|wal| wal.after_commit(&self.connection));
        }
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

type Command = Box<dyn CommandJob>;

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
        Work::Command(job) => {
            group::end(job, Err(Fault::new(FaultKind::StoreStopped, "the store is closed")))
        }
        Work::Query(job) => reader::refuse(job),
    }
}
