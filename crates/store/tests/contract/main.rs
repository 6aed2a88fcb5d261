//! What every adapter of the store port has to do. Each case gets an empty store and knows nothing of its kind;
//! `contract!` runs all of them over each adapter.

mod accounts;
mod client;
mod fixtures;

use engine::ports::store::Store;
use store::{Options, Sqlite};

/// Runs every case over every adapter.
macro_rules! contract {
    ($($area:ident { $($case:ident)* })*) => {
        mod in_memory {
            $(mod $area {$(
                #[test]
                fn $case() {
                    crate::in_memory_store(crate::$area::$case);
                }
            )*})*
        }

        mod in_a_file {
            $(mod $area {$(
                #[test]
                fn $case() {
                    crate::file_store(crate::$area::$case);
                }
            )*})*
        }
    };
}

contract! {
    accounts {
        an_account_reads_back_as_it_was_written
        a_second_account_of_the_same_identifier_is_refused
        an_update_keeps_what_never_changes
        an_update_of_nothing_is_a_fault
        accounts_are_listed_by_identifier
        a_login_belongs_to_one_account_per_realm
        a_refused_account_leaves_nothing
    }
}

fn in_memory_store(case: fn(&dyn Store)) {
    case(&Sqlite::in_memory(Options::default()).unwrap());
}

fn file_store(case: fn(&dyn Store)) {
    let folder = tempfile::tempdir().unwrap();
    case(&Sqlite::open(&folder.path().join("store.db"), Options::default()).unwrap());
}
