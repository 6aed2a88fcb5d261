//! What only the adapter for SQLite can show: files, locks, full and failing disks.

mod audit;
mod backup;
mod damage;
mod failing_sync;
mod faults;
mod full_disk;
mod grouping;
mod opening;
mod pictures;
mod schema;

use std::path::PathBuf;

use engine::model::AccountId;
use store::{Options, Sqlite};
use tempfile::TempDir;

use crate::client::write;
use crate::fixtures::domain;

/// A folder with a database in it.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn file(&self) -> PathBuf {
        self.beside("store.db")
    }

    fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn open(&self) -> Sqlite {
        self.open_with(Options::default())
    }

    fn open_with(&self, options: Options) -> Sqlite {
        Sqlite::open(&self.file(), options).unwrap()
    }
}

fn register(store: &Sqlite, sponsor: AccountId, text: &str) {
    let shop = domain(text, sponsor);
    write(store, move |tx| tx.insert_domain(&shop, &[], &[]));
}
