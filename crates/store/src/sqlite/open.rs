//! Opening: lock, settings, schema, index of names, threads.

use std::cell::Cell;
use std::fs::File;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;

use crossbeam_channel::{bounded, never, unbounded};
use engine::ports::store::Kind;
use rusqlite::Connection;
use rusqlite_migration::{M, MigrationDefinitionError, Migrations};

use super::delivery::{self, Delivery};
use super::lock::DataLock;
use super::redo::{self, Redo, Stuck};
use super::session::Session;
use super::stop::Stop;
use super::threads::Threads;
use super::wal::{self, Wal};
use super::writer::{Pen, Writer};
use super::{OpenError, Options, Sqlite, checkpoint, connection, reader};
use crate::names::NameIndex;

/// Opens a file.
pub(super) fn file(path: &Path, options: Options) -> Result<Sqlite, OpenError> {
    let lock = DataLock::take(path)?;
    let connection = prepared(path, &options)?;
    let copying = connection::read_write(path).map_err(|error| explain(path, &error))?;
    let log = delivery::open_log(path).map_err(|reason| OpenError::Io { path: path.to_owned(), reason })?;
    let log = Arc::new(log);
    let mut store = bare(read_names(path)?, Some(Arc::clone(&log)), &options);
    (store.path, store._lock) = (Some(path.to_owned()), Some(lock));

    let (wake, woken) = bounded(1);
    let (tell_held, held) = bounded(1);
    let (answers, to_answer) = unbounded();
    let (tell_free, free) = bounded(1);
    let holds = Arc::default();
    let redo = Redo::new(path, log, Arc::clone(&store.stop), (Arc::clone(&holds), tell_held));
    let wal = Wal::new(wake, options.cache);
    let readers = options.readers.max(1);
    store.start_writer(Writer {
        pen: Mutex::new(Pen { connection, apart: Cell::new(0), wal: Some(wal), redo: Some(redo) }),
        place: path.display().to_string(),
        names: Arc::clone(&store.names),
        delivery: Arc::clone(&store.delivery),
        holds,
        held,
        answers: Some((answers, free)),
        options,
        stop: Arc::clone(&store.stop),
    })?;
    let (delivery, stop) = (Arc::clone(&store.delivery), Arc::clone(&store.stop));
    store.writers.start("store-answers", move || delivery.run(&to_answer, &tell_free))?;
    store.writers.start("store-checkpoints", move || checkpoint::run(&copying, &woken, &stop))?;
    store.start_readers(path, readers)?;
    Ok(store)
}

/// Opens an empty database in memory.
pub(super) fn memory(options: Options) -> Result<Sqlite, OpenError> {
    let path = Path::new(":memory:");
    let mut connection = connection::in_memory().map_err(|error| explain(path, &error))?;
    claim(&connection, path)?;
    prepare(&mut connection, path, &options)?;
    let mut store = bare(Arc::new(NameIndex::new(key()?)), None, &options);
    store.start_writer(Writer {
        pen: Mutex::new(Pen { connection, apart: Cell::new(0), wal: None, redo: None }),
        place: "the database in memory".to_owned(),
        names: Arc::clone(&store.names),
        delivery: Arc::clone(&store.delivery),
        holds: Arc::default(),
        held: never(),
        answers: None,
        options,
        stop: Arc::clone(&store.stop),
    })?;
    Ok(store)
}

/// A store without its threads. `log` is the write-ahead log, if there is one.
fn bare(names: Arc<NameIndex>, log: Option<Arc<File>>, options: &Options) -> Sqlite {
    let stop = Arc::new(Stop::new(options.on_stop.clone()));
    let (to, halt) = (Arc::clone(&names), Arc::clone(&stop));
    Sqlite {
        names,
        stop,
        delivery: Arc::new(Delivery::new(to, halt, log, options.commit_delay)),
        path: None,
        work: None,
        writer: None,
        queries: None,
        readers: Threads::default(),
        writers: Threads::default(),
        _lock: None,
    }
}

impl Sqlite {
    fn start_writer(&mut self, writer: Writer) -> Result<(), OpenError> {
        let (work, to_do) = unbounded();
        let writer = Arc::new(writer);
        (self.work, self.writer) = (Some(work), Some(Arc::clone(&writer)));
        self.writers.start("store-writer", move || writer.run(&to_do))
    }

    fn start_readers(&mut self, path: &Path, count: usize) -> Result<(), OpenError> {
        let (queries, waiting) = unbounded();
        self.queries = Some(queries);
        let Some(writer) = &self.writer else { return Ok(()) };
        for _ in 0..count {
            let connection = connection::read_only(path).map_err(|error| explain(path, &error))?;
            let (place, writer, waiting) = (writer.place.clone(), Arc::downgrade(writer), waiting.clone());
            self.readers
                .start("store-reader", move || reader::run(&connection, &place, &writer, &waiting))?;
        }
        Ok(())
    }
}

/// The writer's connection to a file whose schema is up to date.
fn prepared(path: &Path, options: &Options) -> Result<Connection, OpenError> {
    let explain = |error| explain(path, &error);
    let mut connection = connection::read_write(path).map_err(explain)?;
    claim(&connection, path)?;
    complete(&connection, path)?;
    prepare(&mut connection, path, options)?;
    connection::leave_syncing_to_others(&connection).map_err(explain)?;
    wal::fit_cache(&connection, options.cache).map_err(explain)?;
    Ok(connection)
}

/// Brings the schema of a file that is ours up to date and sets its quota.
fn prepare(connection: &mut Connection, path: &Path, options: &Options) -> Result<(), OpenError> {
    Migrations::from_iter(MIGRATIONS.iter().copied().map(M::up)).to_latest(connection).map_err(|error| {
        match error {
            rusqlite_migration::Error::MigrationDefinition(MigrationDefinitionError::DatabaseTooFarAhead) => {
                OpenError::Newer(path.to_owned())
            }
            error => broken(path, &error),
        }
    })?;
    let explain = |error| explain(path, &error);
    let Some(quota) = options.quota else { return Ok(()) };
    let page: i64 = connection.pragma_query_value(None, "page_size", |row| row.get(0)).map_err(explain)?;
    let pages = quota / page.unsigned_abs().max(1);
    connection.pragma_update(None, "max_page_count", pages.max(1).cast_signed()).map_err(explain)
}

/// Does in the file what its log holds beyond it, with the schema that both were written for.
fn complete(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    let log = redo::read_log(path).map_err(|reason| OpenError::Io { path: path.to_owned(), reason })?;
    redo::complete(connection, log.as_deref()).map_err(|stuck| match stuck {
        Stuck::Database(error) => explain(path, &error),
        stuck => OpenError::Incomplete { path: path.to_owned(), reason: stuck.to_string() },
    })
}

/// Makes an empty file ours; any other has to say that it is.
fn claim(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    let explain = |error| explain(path, &error);
    let tables: i64 =
        connection.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(explain)?;
    let owner: i64 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(explain)?;
    match tables {
        0 => connection.pragma_update(None, "application_id", APPLICATION).map_err(explain),
        _ if owner == APPLICATION => Ok(()),
        _ => Err(OpenError::Foreign { path: path.to_owned(), reason: "it holds other tables".to_owned() }),
    }
}

/// Fills the index of names, each kind on a connection of its own.
fn read_names(path: &Path) -> Result<Arc<NameIndex>, OpenError> {
    let names = NameIndex::new(key()?);
    thread::scope(|scope| {
        let fill = |kind| {
            let names = &names;
            scope.spawn(move || {
                let connection = connection::read_only(path).map_err(|error| error.to_string())?;
                let session = Session::new(&connection, "the index of names");
                names.fill(kind, &session).map_err(|fault| fault.message)
            })
        };
        let kinds = Kind::ALL.map(fill);
        kinds.into_iter().try_for_each(|kind| kind.join().unwrap_or_else(|_| Err("it panicked".to_owned())))
    })
    .map_err(|reason: String| broken(path, &reason))?;
    Ok(Arc::new(names))
}

/// The key of the index of names, new at every start.
fn key() -> Result<[u8; 16], OpenError> {
    let mut key = [0; 16];
    getrandom::fill(&mut key).map_err(|error| OpenError::System(error.to_string()))?;
    Ok(key)
}

/// What an error means for someone who wants to use a file.
pub(crate) fn explain(path: &Path, error: &rusqlite::Error) -> OpenError {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => {
            OpenError::Foreign { path: path.to_owned(), reason: error.to_string() }
        }
        _ => broken(path, error),
    }
}

fn broken(path: &Path, reason: &dyn std::fmt::Display) -> OpenError {
    OpenError::Database { path: path.to_owned(), reason: reason.to_string() }
}

pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/sqlite/0001_foundation.sql"),
    include_str!("../../migrations/sqlite/0002_requests.sql"),
    include_str!("../../migrations/sqlite/0003_nssets.sql"),
    include_str!("../../migrations/sqlite/0004_dns.sql"),
    include_str!("../../migrations/sqlite/0005_money.sql"),
    include_str!("../../migrations/sqlite/0010_books.sql"),
    include_str!("../../migrations/sqlite/0006_domains.sql"),
    include_str!("../../migrations/sqlite/0021_accounts.sql"),
    include_str!("../../migrations/sqlite/0022_portfolio.sql"),
    include_str!("../../migrations/sqlite/0007_arrivals.sql"),
    include_str!("../../migrations/sqlite/0020_mail_hosting.sql"),
    include_str!("../../migrations/sqlite/0023_certificates.sql"),
    include_str!("../../migrations/sqlite/0030_tags.sql"),
    include_str!("../../migrations/sqlite/0035_sponsor_decides.sql"),
    include_str!("../../migrations/sqlite/0060_orders.sql"),
    include_str!("../../migrations/sqlite/0070_one_time_keys.sql"),
    include_str!("../../migrations/sqlite/0080_registrants.sql"),
    include_str!("../../migrations/sqlite/0081_deletions.sql"),
    include_str!("../../migrations/sqlite/0085_resellers.sql"),
    include_str!("../../migrations/sqlite/0090_carts.sql"),
    include_str!("../../migrations/sqlite/0091_folders.sql"),
    include_str!("../../migrations/sqlite/0092_api_tokens.sql"),
    include_str!("../../migrations/sqlite/0093_memos.sql"),
    include_str!("../../migrations/sqlite/0095_tasks.sql"),
    include_str!("../../migrations/sqlite/0096_certificate_names.sql"),
    include_str!("../../migrations/sqlite/0098_privacy.sql"),
    include_str!("../../migrations/sqlite/0099_deletions_and_waiting_jobs.sql"),
    include_str!("../../migrations/sqlite/0100_settings.sql"),
    include_str!("../../migrations/sqlite/0101_holder_locks.sql"),
    include_str!("../../migrations/sqlite/0110_kept_words.sql"),
    include_str!("../../migrations/sqlite/0120_task_roles.sql"),
    include_str!("../../migrations/sqlite/0121_domain_resellers.sql"),
    include_str!("../../migrations/sqlite/0130_address_checks.sql"),
    include_str!("../../migrations/sqlite/0131_redo.sql"),
    include_str!("../../migrations/sqlite/0132_history_deletion.sql"),
];

/// "CHCY" in the file's header: whose database it is.
const APPLICATION: i64 = 0x4348_4359;
