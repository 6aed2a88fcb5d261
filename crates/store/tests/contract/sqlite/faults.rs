//! Faults ordered at the gate before a commit, and the store that stops for good.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use engine::ports::store::{Kind, Store};
use engine::{Fault, FaultKind};
use store::{CommitGate, Options};

use super::{Place, register};
use crate::client::{read, refuse, try_write};
use crate::fixtures::{domain, opened};

/// A gate that lets everything through but for one ordered fault.
#[derive(Default)]
struct Ordered(Mutex<Option<FaultKind>>);

impl Ordered {
    fn next(&self, kind: FaultKind) {
        *self.0.lock().unwrap() = Some(kind);
    }
}

impl CommitGate for Ordered {
    fn before_commit(&self) -> Result<(), Fault> {
        match self.0.lock().unwrap().take() {
            None => Ok(()),
            Some(kind) => Err(Fault::new(kind, "ordered")),
        }
    }
}

fn guarded() -> (Arc<Ordered>, Options, Arc<AtomicUsize>) {
    let (gate, stops) = (Arc::new(Ordered::default()), Arc::new(AtomicUsize::new(0)));
    let heard = Arc::clone(&stops);
    let on_stop = move |_: &Fault| _ = heard.fetch_add(1, Ordering::Relaxed);
    let options = Options {
        gate: Some(Arc::clone(&gate) as Arc<dyn CommitGate>),
        on_stop: Some(Arc::new(on_stop)),
        ..Options::default()
    };
    (gate, options, stops)
}

#[test]
fn a_passing_fault_undoes_one_commit() {
    let (gate, options, stops) = guarded();
    let place = Place::new();
    let store = place.open_with(options);
    let alpha = opened(&store, "ALPHA");
    let shop = domain("shop.test", alpha);
    gate.next(FaultKind::StoreBusy);
    let again = shop.clone();
    let fault = try_write(&store, move |tx| tx.insert_domain(&shop, &[], &[])).unwrap_err();
    assert_eq!((fault.kind, fault.message.as_str()), (FaultKind::StoreBusy, "ordered"));
    assert!(!store.names().holds(Kind::Domain, "shop.test"));
    assert_eq!(read(&store, |snapshot| snapshot.count_domains()), 0);

    assert!(try_write(&store, move |tx| tx.insert_domain(&again, &[], &[])).is_ok());
    assert_eq!(stops.load(Ordering::Relaxed), 0);
}

#[test]
fn a_commit_of_unknown_result_stops_the_store() {
    let (gate, options, stops) = guarded();
    let place = Place::new();
    let store = place.open_with(options);
    let alpha = opened(&store, "ALPHA");
    register(&store, alpha, "shop.test");
    assert!(store.stopped().is_none());

    gate.next(FaultKind::OutcomeUnknown);
    let late = domain("late.test", alpha);
    let fault = try_write(&store, move |tx| tx.insert_domain(&late, &[], &[])).unwrap_err();
    assert_eq!(fault.kind, FaultKind::OutcomeUnknown);
    assert_eq!(stops.load(Ordering::Relaxed), 1);
    assert!(store.stopped().unwrap().message.contains("ordered"));

    for _ in 0..3 {
        let later = domain("later.test", alpha);
        let fault = try_write(&store, move |tx| tx.insert_domain(&later, &[], &[])).unwrap_err();
        assert_eq!(fault.kind, FaultKind::StoreStopped);
    }
    assert_eq!(stops.load(Ordering::Relaxed), 1, "told once");
    assert_eq!(read(&store, |snapshot| snapshot.count_domains()), 1, "reading goes on");
    drop(store);
    let store = place.open();
    assert!(store.names().holds(Kind::Domain, "shop.test"), "what was acknowledged is there");
}

#[test]
fn a_command_that_changes_nothing_needs_no_commit() {
    let (gate, options, _) = guarded();
    let place = Place::new();
    let store = place.open_with(options);
    let alpha = opened(&store, "ALPHA");
    gate.next(FaultKind::StoreBusy);
    let shop = domain("shop.test", alpha);
    refuse(&store, move |tx| tx.insert_domain(&shop, &[], &[]));
    assert!(try_write(&store, |tx| tx.count_domains()).is_ok());
    let shop = domain("shop.test", alpha);
    assert!(
        try_write(&store, move |tx| tx.insert_domain(&shop, &[], &[])).is_err(),
        "the fault is still to come"
    );
}
