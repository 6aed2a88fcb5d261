//! Threads that answer queries, each on snapshots of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Weak};

use crossbeam_channel::Receiver;
use engine::ports::store::{QueryJob, Snapshot};
use engine::{Fault, FaultKind};
use rusqlite::Connection;

use super::session::Session;
use super::writer::Writer;
use crate::tables::Tables;

/// Answers queries until the queue is closed and empty.
///
/// The writer ends with the store, and not with this thread: the last to let go of the store may be a query here.
pub(super) fn run(
    connection: &Connection,
    place: &str,
    writer: &Weak<Writer>,
    queries: &Receiver<Box<dyn QueryJob>>,
) {
    let Some(names) = writer.upgrade().map(|writer| Arc::clone(&writer.names)) else { return };
    let tables = Tables::new(Session::new(connection, place), names);
    for job in queries {
        let left = match writer.upgrade() {
            Some(writer) => answer_there(&writer, job),
            None => Some(job),
        };
        left.into_iter().for_each(|job| answer(&tables, job));
    }
}

/// Answers one query on a snapshot of its own.
fn answer(tables: &Tables<Session<'_>>, job: Box<dyn QueryJob>) {
    match tables.sql.begin_read() {
        Ok(()) => run_safely(job, Ok(tables)),
        Err(fault) => run_safely(job, Err(fault)),
    }
    if let Err(fault) = tables.sql.roll_back() {
        tracing::error!(%fault, "a snapshot could not be given back");
    }
}

/// Answers one query where the writer writes, if it has to: on a full disk, what was answered last can be read nowhere
/// else. Hands it back otherwise.
fn answer_there(writer: &Writer, job: Box<dyn QueryJob>) -> Option<Box<dyn QueryJob>> {
    let Some(pen) = writer.settled() else { return Some(job) };
    let readable = pen.redo.as_ref().is_none_or(|redo| redo.is_readable(&pen.connection));
    let busy =
        || Fault::new(FaultKind::StoreBusy, "what was answered last can be read only when there is room");
    let tables = Tables::new(Session::new(&pen.connection, &writer.place), Arc::clone(&writer.names));
    run_safely(job, if readable { Ok(&tables) } else { Err(busy()) });
    None
}

/// Tells a query that nobody will answer it any more.
pub(super) fn refuse(job: Box<dyn QueryJob>) {
    run_safely(job, Err(Fault::new(FaultKind::StoreStopped, "the store is closed")));
}

/// Runs a query; a panic ends the query, not the thread.
pub(super) fn run_safely(job: Box<dyn QueryJob>, snapshot: Result<&dyn Snapshot, Fault>) {
    if catch_unwind(AssertUnwindSafe(|| job.run(snapshot))).is_err() {
        tracing::error!("a query panicked");
    }
}
