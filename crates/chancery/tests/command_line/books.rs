//! `chancery backup` and `chancery ledger verify`.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use rusqlite::Connection;
use rustix::process::Signal;

use crate::client::login;
use crate::process::{Ended, Server, run};

fn verify(data: &Path) -> Ended {
    run(&["ledger", "verify", "--data", data.to_str().unwrap()])
}

fn backup(data: &Path, target: &Path) -> Ended {
    run(&["backup", target.to_str().unwrap(), "--data", data.to_str().unwrap()])
}

#[test]
fn the_books_are_verified_while_the_server_runs_and_after() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::sandbox(folder.path());
    assert!(verify(folder.path()).ok().contains("2 lines, 2 accounts"));
    assert_eq!(login(&server, "ALPHA", "alpha-secret"), 1000);
    server.stop(Signal::TERM).ok();
    assert!(verify(folder.path()).ok().contains("2 lines, 2 accounts"));
    let left = fs::read_dir(folder.path()).unwrap().flatten();
    let copies = left.filter(|entry| entry.file_name().to_string_lossy().starts_with("chancery-"));
    assert_eq!(copies.count(), 0, "no copy is left behind");
}

#[test]
fn a_balance_that_was_tampered_with_is_found_and_named() {
    let folder = tempfile::tempdir().unwrap();
    Server::sandbox(folder.path()).stop(Signal::TERM).ok();
    let database = Connection::open(folder.path().join("registry.sqlite")).unwrap();
    let changed = database
        .execute("UPDATE balance SET amount = amount + 1 WHERE account_id = (SELECT id FROM account WHERE clid = 'BRAVO')", [])
        .unwrap();
    assert_eq!(changed, 1);
    database.close().unwrap();
    let ended = verify(folder.path());
    assert_eq!(ended.code, Some(1));
    assert!(
        ended.out.contains("BRAVO: the balance is 100000001, but its lines sum to 100000000"),
        "{}",
        ended.out
    );
    assert!(!ended.out.contains("ALPHA"), "{}", ended.out);
}

#[test]
fn what_is_owed_is_told_and_given_back_once() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = |arguments: &[&str]| {
        run(&[&["ledger"], arguments, &["--data", folder.path().to_str().unwrap()]].concat())
    };
    Server::sandbox(folder.path()).stop(Signal::TERM).ok();
    assert!(ledger(&["owed"]).ok().contains("Nothing is owed"));
    let database = Connection::open(folder.path().join("registry.sqlite")).unwrap();
    let owed =
        "INSERT INTO owed SELECT 33, id, 500, 'USD', 33, 'shop.test', 0 FROM account WHERE clid = 'BRAVO'";
    assert_eq!(database.execute(owed, []).unwrap(), 1);
    database.close().unwrap();
    let told = ledger(&["owed"]).ok();
    assert!(told.contains("CHY-11  BRAVO  5.00 USD  shop.test"), "{told}");
    assert!(ledger(&["repay", "CHY-11"]).ok().contains("Given back: CHY-11"));
    assert!(ledger(&["repay", "CHY-11"]).failed(1).contains("nothing is owed"));
    assert_ne!(ledger(&["repay", "11"]).code, Some(0));
    assert!(ledger(&["owed"]).ok().contains("Nothing is owed"));
}

#[test]
fn a_backup_of_a_running_server_is_a_data_folder_with_its_keys() {
    let folder = tempfile::tempdir().unwrap();
    let (data, restored) = (folder.path().join("data"), folder.path().join("restored"));
    let server = Server::sandbox(&data);
    let target = folder.path().join("monday.sqlite");
    let told = backup(&data, &target).ok();
    assert!(told.contains("keys"), "{told}");
    assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(backup(&data, &target).failed(1).contains("exists already"));
    server.stop(Signal::TERM).ok();
    fs::create_dir(&restored).unwrap();
    fs::rename(&target, restored.join("registry.sqlite")).unwrap();
    fs::copy(data.join("keys"), restored.join("keys")).unwrap();
    let server = Server::sandbox(&restored);
    assert_eq!(login(&server, "BRAVO", "bravo-secret"), 1000);
    assert!(verify(&restored).ok().contains("2 lines, 2 accounts"));
}

#[test]
fn there_is_nothing_to_back_up_or_verify_where_there_is_no_data() {
    let folder = tempfile::tempdir().unwrap();
    assert!(backup(folder.path(), &folder.path().join("b")).failed(1).contains("there is no data"));
    assert!(verify(folder.path()).failed(1).contains("there is no data"));
}
