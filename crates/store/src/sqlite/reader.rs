//! Threads that answer queries, each on snapshots of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crossbeam_channel::Receiver;
use engine::ports::store::{QueryJob, Snapshot};
use engine::{Fault, FaultKind};
use rusqlite::Connection;

use super::session::Session;
use crate::names::NameIndex;
use crate::tables::Tables;

/// Answers queries until the queue is closed and empty.
pub(super) fn run(
    connection: &Connection,
    place: &str,
    names: Arc<NameIndex>,
    queries: &Receiver<Box<dyn QueryJob>>,
) {
    let tables = Tables::new(Session::new(connection, place), names);
    for job in queries {
        answer(&tables, job);
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
