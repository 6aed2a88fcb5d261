//! Many commands to a sync.

use std::thread;
use std::time::Duration;

use engine::ports::store::{Kind, Store};
use store::Options;

use super::{Place, register};
use crate::fixtures::opened;

#[test]
fn sessions_share_the_syncs_of_a_slow_disk() {
    let place = Place::new();
    let store =
        place.open_with(Options { commit_delay: Some(Duration::from_millis(5)), ..Options::default() });
    let alpha = opened(&store, "ALPHA");
    let before = store.syncs();
    thread::scope(|scope| {
        for session in 0..32 {
            let store = &store;
            scope.spawn(move || {
                for number in 0..10 {
                    register(store, alpha, &format!("shop{number}.session{session}.test"));
                }
            });
        }
    });
    assert_eq!(store.names().count(Kind::Domain), 320);
    let syncs = store.syncs() - before;
    assert!((10..=80).contains(&syncs), "{syncs} syncs for 320 commands");
}

#[test]
fn a_lone_session_gets_a_sync_for_every_command() {
    let place = Place::new();
    let store = place.open();
    let alpha = opened(&store, "ALPHA");
    let before = store.syncs();
    (0..20).for_each(|number| register(&store, alpha, &format!("shop{number}.test")));
    assert_eq!(store.syncs() - before, 20);
}

/// The log must not grow with what is written, only with what is written between two checkpoints.
#[test]
fn the_log_stays_short() {
    let place = Place::new();
    let store = place.open();
    let alpha = opened(&store, "ALPHA");
    for batch in 0..60 {
        crate::client::write(&store, move |tx| {
            (0..1_000).try_for_each(|number| {
                let shop = crate::fixtures::domain(&format!("shop{number}.batch{batch}.test"), alpha);
                tx.insert_domain(&shop, &[], &[]).map(drop)
            })
        });
    }
    let log = place.beside("store.db-wal").metadata().unwrap().len();
    assert!(log < 100 << 20, "{log} bytes");
}
