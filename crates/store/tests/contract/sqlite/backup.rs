//! Backups while the database is in use.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use engine::model::Book;
use engine::ports::store::{Kind, Store};
use store::{BackupError, Options, Sqlite, backup_file};

use super::{Place, register};
use crate::client::{read, write};
use crate::fixtures::{domain, entry, funded, happened, opened};

/// Each command writes one domain, one line of the ledger and one of history; so has every copy.
#[test]
fn a_copy_under_load_is_what_was_committed_at_one_moment() {
    let place = Place::new();
    let store = place.open();
    let alpha = funded(&store, "ALPHA", 1_000_000_000);
    let stop = AtomicBool::new(false);
    let copies: Vec<_> = thread::scope(|scope| {
        scope.spawn(|| {
            for number in (0..).take_while(|_| !stop.load(Ordering::Relaxed)) {
                let shop = domain(&format!("shop{number}.test"), alpha);
                let line = entry(Book::Account(alpha), Book::Revenue, 700);
                write(&store, move |tx| {
                    tx.insert_domain(&shop, &[], &[])?;
                    tx.post(&line)?;
                    tx.record(&happened(alpha, &shop, "domain_create"))
                });
            }
        });
        let copies = (0..4).map(|number| {
            let before = store.names().count(Kind::Domain);
            let copy = place.beside(&format!("copy{number}.db"));
            store.backup(&copy).unwrap();
            (copy, before)
        });
        let copies = copies.collect();
        stop.store(true, Ordering::Relaxed);
        copies
    });
    for (copy, before) in copies {
        let copy = Sqlite::open(&copy, Options::default()).unwrap();
        let count = copy.names().count(Kind::Domain);
        assert!(count >= before, "what was acknowledged before the backup began is in it");
        assert!((0..count).all(|number| copy.names().holds(Kind::Domain, &format!("shop{number}.test"))));
        let audit = read(&copy, |snapshot| snapshot.audit());
        assert!(audit.is_clean() && audit.entries == count as u64 + 1, "{audit:?}, {count} domains");
        assert!(read(&copy, |snapshot| snapshot.last_operation()).is_some() || count == 0);
    }
}

#[test]
fn a_copy_is_one_plain_file_and_nothing_is_overwritten() {
    let place = Place::new();
    let store = place.open();
    let alpha = opened(&store, "ALPHA");
    register(&store, alpha, "shop.test");
    let copy = place.beside("copy.db");
    backup_file(&place.file(), &copy).unwrap();
    assert!(!place.beside("copy.db-wal").exists() && !place.beside("copy.db.partial").exists());

    register(&store, alpha, "late.test");
    let size = copy.metadata().unwrap().len();
    assert!(matches!(store.backup(&copy), Err(BackupError::Exists(_))));
    assert_eq!(copy.metadata().unwrap().len(), size);
    let copy = Sqlite::open(&copy, Options::default()).unwrap();
    assert_eq!(copy.names().count(Kind::Domain), 1);
}

#[test]
fn a_backup_that_fails_leaves_nothing_behind() {
    let place = Place::new();
    let copy = place.beside("copy.db");
    assert!(matches!(backup_file(&place.beside("none.db"), &copy), Err(BackupError::Database { .. })));
    assert!(!copy.exists() && !place.beside("copy.db.partial").exists());
    assert!(matches!(Sqlite::in_memory(Options::default()).unwrap().backup(&copy), Err(BackupError::NoFile)));
}
