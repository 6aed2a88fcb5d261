//! A disk that is full, and then is not any more.

use engine::FaultKind;
use engine::model::AccountId;
use engine::ports::store::{Kind, Result, Store, Transaction};
use store::{Options, Sqlite};

use super::Place;
use crate::client::{read, try_write, write};
use crate::fixtures::{contact, full_details, handle, opened};

#[test]
fn a_full_disk_refuses_writes_and_recovers() {
    let place = Place::new();
    let store = place.open_with(Options { quota: Some(1_200_000), ..Options::default() });
    let alpha = opened(&store, "ALPHA");
    let fits = fill(&store, alpha);
    assert!(fits > 50, "{fits} commands");

    let fault = try_write(&store, move |tx| ten(tx, alpha, "MORE")).unwrap_err();
    assert_eq!(fault.kind, FaultKind::StoreBusy, "{fault}");
    assert!(fault.message.contains("store.db"), "{fault}");
    assert!(!store.names().holds(Kind::Contact, "MORE-0"));
    assert!(read(&store, |snapshot| snapshot.contact(&handle("MORE-0"))).is_none());
    assert!(read(&store, |snapshot| snapshot.contact(&handle("0-0"))).is_some(), "reading goes on");

    // More than are added after: the gap that some leave may end in the middle of a page.
    write(&store, |tx| {
        (10..40).try_for_each(|number| {
            let found = tx.contact(&handle(&format!("{}-{}", number / 10, number % 10)))?;
            tx.delete_contact(&found.unwrap()).map(drop)
        })
    });
    write(&store, move |tx| ten(tx, alpha, "MORE"));
    assert!(store.stopped().is_none());
}

/// In a group, the command that finds the disk full must not take those before it along unheard.
#[test]
fn nothing_is_acknowledged_that_was_not_kept() {
    let place = Place::new();
    let store = place.open_with(Options { quota: Some(1_200_000), ..Options::default() });
    let alpha = opened(&store, "ALPHA");
    let ends: Vec<_> = (0..300)
        .map(|command| {
            let keep = engine::ports::store::Verdict::Keep;
            crate::client::submit(&store, move |tx| Ok((keep, ten(tx, alpha, &command.to_string())?))).1
        })
        .collect();
    let ends: Vec<bool> = ends.iter().map(|end| end.recv().unwrap().is_ok()).collect();
    assert!(ends.contains(&true) && ends.contains(&false));
    drop(store);
    let store = place.open();
    for (command, kept) in ends.into_iter().enumerate() {
        for number in 0..10 {
            assert_eq!(store.names().holds(Kind::Contact, &format!("{command}-{number}")), kept, "{command}");
        }
    }
}

/// Writes until the disk is full; gives how many commands fitted.
fn fill(store: &Sqlite, alpha: AccountId) -> usize {
    let full = |command: &usize| {
        let prefix = command.to_string();
        try_write(store, move |tx| ten(tx, alpha, &prefix)).is_err()
    };
    (0..10_000).find(full).unwrap()
}

fn ten(tx: &dyn Transaction, sponsor: AccountId, prefix: &str) -> Result<()> {
    (0..10).try_for_each(|number| {
        let mut jane = contact(&format!("{prefix}-{number}"), sponsor);
        jane.details = full_details();
        tx.insert_contact(&jane).map(drop)
    })
}
