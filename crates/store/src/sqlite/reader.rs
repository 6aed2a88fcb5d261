//! Threads that answer queries, each on snapshots of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crossbeam_channel::Receiver;
use engine::ports::store::{QueryJob, Snapshot};
use engine::{Fault, FaultKind};
use rusqlite::Connection;

use super::session::Session;
use super::writer::{Pen, Writer};
use crate::tables::Tables;

/// Answers queries until the queue is closed and empty.
pub(super) fn run(connection: &Connection, writer: &Writer, queries: &Receiver<Box<dyn QueryJob>>) {
    let tables = tables(connection, writer);
    for job in queries {
        match writer.settled() {
            None => answer(&tables, job),
            Some(pen) => answer_there(&pen, writer, job),
        }
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

/// Answers one query where the writer writes: on a full disk, what was answered last can be read nowhere else.
fn answer_there(pen: &Pen, writer: &Writer, job: Box<dyn QueryJob>) {
    let readable = pen.redo.as_ref().is_none_or(|redo| redo.is_readable(&pen.connection));
    let busy =
        || Fault::new(FaultKind::StoreBusy, "what was answered last can be read only when there is room");
    let tables = tables(&pen.connection, writer);
    run_safely(job, if readable { Ok(&tables) } else { Err(busy()) });
}

fn tables<'c>(connection: &'c Connection, writer: &'c Writer) -> Tables<Session<'c>> {
    Tables::new(Session::new(connection, &writer.place), Arc::clone(&writer.names))
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
