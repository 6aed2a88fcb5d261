//! A disk whose sync fails: nothing is acknowledged after it, and what was before is there.
//!
//! The test starts itself once more, with a library preloaded that fails syncs.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;

use engine::FaultKind;
use engine::ports::store::{Kind, Store};
use store::{Options, Sqlite};

use super::{Place, preloadable};
use crate::client::try_write;
use crate::fixtures::{domain, opened};

#[test]
fn a_sync_that_fails_once_stops_the_store() {
    survives("once");
}

#[test]
fn a_sync_that_fails_for_ever_stops_the_store() {
    survives("ever");
}

fn survives(mode: &str) {
    let place = Place::new();
    let Some(library) = preloadable(&place, "failing_sync.c") else { return };
    // One session writes to the redo log, several commit in groups.
    for (sessions, before) in [(8, 20), (8, 21), (8, 45), (1, 20), (1, 45)] {
        let file = place.beside(&format!("{sessions}-{before}.db"));
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "--ignored", "--nocapture", "sqlite::failing_sync::child"])
            .env("LD_PRELOAD", &library)
            .env("SYNC_FAILURE", mode)
            .env("SYNCS_BEFORE_FAILURE", before.to_string())
            .env("FAILING_STORE", &file)
            .env("SESSIONS", sessions.to_string())
            .output()
            .unwrap();
        assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stdout));
        let acknowledged = std::fs::read_to_string(journal(&file)).unwrap();
        assert!(acknowledged.lines().count() > 5, "{before}: {acknowledged}");
        let store = Sqlite::open(&file, Options::default()).unwrap();
        for name in acknowledged.lines() {
            assert!(store.names().holds(Kind::Domain, name), "{name} was acknowledged");
        }
    }
}

/// What runs in the other process: sessions write until they are refused.
#[test]
#[ignore = "started by the other tests, on a disk that fails"]
fn child() {
    let Some(file) = std::env::var_os("FAILING_STORE").map(PathBuf::from) else { return };
    let count: usize = std::env::var("SESSIONS").unwrap().parse().unwrap();
    let store = Sqlite::open(&file, Options::default()).unwrap();
    let alpha = opened(&store, "ALPHA");
    let journal = Mutex::new(File::create(journal(&file)).unwrap());
    let write = |name: &str| {
        let shop = domain(name, alpha);
        try_write(&store, move |tx| tx.insert_domain(&shop, &[], &[]))
    };
    let session = |session: usize| {
        for number in 0..10_000 {
            let name = format!("shop{number}.session{session}.test");
            match write(&name) {
                Ok(_) => writeln!(journal.lock().unwrap(), "{name}").unwrap(),
                Err(fault) => return fault.kind,
            }
        }
        panic!("no sync failed");
    };
    let ends: Vec<FaultKind> = thread::scope(|scope| {
        let sessions: Vec<_> = (0..count).map(|number| scope.spawn(move || session(number))).collect();
        sessions.into_iter().map(|session| session.join().unwrap()).collect()
    });
    assert!(ends.contains(&FaultKind::OutcomeUnknown), "{ends:?}");
    assert!(
        ends.iter().all(|kind| matches!(kind, FaultKind::OutcomeUnknown | FaultKind::StoreStopped)),
        "{ends:?}"
    );
    assert!(store.stopped().is_some());
    assert_eq!(write("late.test").unwrap_err().kind, FaultKind::StoreStopped);
}

/// Names that were acknowledged, one a line.
fn journal(file: &Path) -> PathBuf {
    file.with_extension("acknowledged")
}
