//! A disk that takes a write by half, or not, or not now: at each write in turn, what was acknowledged is kept and what
//! was refused is not.
//!
//! The test starts itself once more for every write, with a library preloaded that plays the trick. It skips most of
//! them but under `cargo xtask endure`.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use engine::FaultKind;
use engine::model::{ContactId, Role};
use engine::ports::store::{Kind, Result, Store, Transaction};
use store::{Options, Sqlite, verify_file};

use super::{Place, preloadable, rounds};
use crate::client::{read, try_write};
use crate::fixtures::{account, domain, id};

#[test]
fn a_write_without_room_is_refused_and_the_next_is_made() {
    assert!(at_every_write("full") > 0, "the trick was never noticed");
}

#[test]
fn a_write_by_half_is_finished_or_refused() {
    at_every_write("short");
}

#[test]
fn a_write_that_is_interrupted_is_made_again() {
    assert_eq!(at_every_write("interrupted"), 0, "a command was refused for nothing");
}

/// Answers how many commands were refused in all.
fn at_every_write(how: &str) -> usize {
    let place = Place::new();
    let Some(library) = preloadable(&place, "failing_write.c") else { return usize::from(how == "full") };
    let tried = rounds(14, WRITES);
    (0..WRITES).step_by(WRITES / tried).map(|before| at_one_write(&place, &library, how, before)).sum()
}

fn at_one_write(place: &Place, library: &Path, how: &str, before: usize) -> usize {
    let file = place.beside(&format!("{how}-{before}.db"));
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--ignored", "--nocapture", "sqlite::failing_write::child"])
        .env("LD_PRELOAD", library)
        .env("FAILING_FILE", file.file_name().unwrap())
        .env("WRITE_FAILURE", how)
        .env("WRITES_BEFORE_FAILURE", before.to_string())
        .env("FAILING_STORE", &file)
        .output()
        .unwrap();
    let said = [child.stdout, child.stderr].concat();
    assert!(child.status.success(), "{how} after {before}: {}", String::from_utf8_lossy(&said));

    assert_eq!(verify_file(&file).unwrap(), [""; 0], "{how} after {before}");
    let store = Sqlite::open(&file, Options::default()).unwrap();
    assert!(read(&store, |snapshot| snapshot.audit()).is_clean(), "{how} after {before}");
    let ends = std::fs::read_to_string(ends(&file)).unwrap();
    let ends: HashMap<&str, &str> = ends.lines().filter_map(|line| line.split_once(' ')).collect();
    assert_eq!(ends.len(), COMMANDS);
    for (name, end) in &ends {
        let there = store.names().holds(Kind::Domain, name);
        assert!(*end == "unknown" || there == (*end == "kept"), "{how} after {before}: {name} was {end}");
    }
    ends.values().filter(|end| !["kept", "wrong"].contains(end)).count()
}

/// What runs in the other process: one session, whose commands come one after the other.
#[test]
#[ignore = "started by the other tests, on a disk that plays tricks"]
fn child() {
    let Some(file) = std::env::var_os("FAILING_STORE").map(PathBuf::from) else { return };
    // The trick may be played on the opening, or on the account: then that is tried again.
    let open = || Sqlite::open(&file, Options::default());
    let store = open().or_else(|_| open()).unwrap();
    let alpha = account("ALPHA");
    let (sponsor, open_account) = (alpha.id, move |tx: &dyn Transaction| tx.insert_account(&alpha));
    try_write(&store, open_account.clone()).or_else(|_| try_write(&store, open_account)).unwrap();

    let mut said = String::new();
    for number in 0..COMMANDS {
        let name = format!("shop{number}.test");
        let shop = domain(&name, sponsor);
        // Some name a contact that does not exist, which is found out when their frame is in the log.
        let strays = (number % 5 == 4).then(|| (Role::Registrant, ContactId(id())));
        let end = try_write(&store, move |tx| tx.insert_domain(&shop, strays.as_slice(), &[]));
        writeln!(said, "{name} {}", outcome(&end, strays.is_some())).unwrap();
    }
    std::fs::write(ends(&file), said).unwrap();
}

fn outcome<T>(end: &Result<T>, is_stray: bool) -> &'static str {
    match end.as_ref().map_err(|fault| fault.kind) {
        Ok(_) => "kept",
        Err(FaultKind::OutcomeUnknown) => "unknown",
        Err(FaultKind::Internal) if is_stray => "wrong",
        Err(FaultKind::StoreBusy | FaultKind::StoreStopped) => "refused",
        Err(kind) => panic!("a trick of the disk is told as {kind:?}"),
    }
}

/// What became of each command, one a line.
fn ends(file: &Path) -> PathBuf {
    file.with_extension("ends")
}

/// Commands of the script.
const COMMANDS: usize = 60;
/// Not more writes than this does the script make, the opening included.
const WRITES: usize = 400;
