//! What only the adapter for SQLite can show: files, locks, full and failing disks.

mod audit;
mod backup;
mod damage;
mod failing_sync;
mod failing_write;
mod faults;
mod full_disk;
mod grouping;
mod opening;
mod pictures;
pub(crate) mod redo;
mod schema;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// Compiles a library beside these tests that plays a trick on whom it is preloaded to; `None` where that is not
/// possible.
fn preloadable(place: &Place, source: &str) -> Option<PathBuf> {
    let library = place.beside(source).with_extension("so");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contract/sqlite").join(source);
    let compiled = Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&library).arg(source).status();
    if cfg!(target_os = "linux") && compiled.is_ok_and(|status| status.success()) {
        return Some(library);
    }
    let _ = writeln!(
        std::io::stderr(),
        "SKIPPED: without a C compiler, or not on Linux, no disk can be made to fail"
    );
    None
}

/// How many rounds to go: a few with all the other tests, the reference of docs/reliability.md under
/// `cargo xtask endure`, times its scale.
fn rounds(few: usize, reference: usize) -> usize {
    let scale: Option<f64> = std::env::var("CHANCERY_ENDURE").ok().and_then(|scale| scale.parse().ok());
    scale.map_or(few, |scale| few.max((reference as f64 * scale) as usize).min(reference))
}
