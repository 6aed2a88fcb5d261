//! Many commands at once: order, isolation, panics, and the index of names.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use engine::model::AccountId;
use engine::ports::store::{CommandJob, Inserted, Kind, Result, Store, Transaction, Verdict};
use engine::{Fault, FaultKind};

use crate::client::{read, submit, try_read, try_write, write, write_here};
use crate::fixtures::{account, domain, name, opened};

/// Keeps the writer busy until told otherwise, so that what is submitted meanwhile shares one transaction.
fn held(store: &dyn Store) -> mpsc::Sender<()> {
    let (release, released) = mpsc::channel::<()>();
    let (started, has_started) = mpsc::channel();
    let _ = submit(store, move |_| {
        let _ = started.send(());
        let _ = released.recv();
        Ok((Verdict::Undo, ()))
    });
    has_started.recv().unwrap();
    release
}

pub(crate) fn a_refused_command_leaves_its_neighbours_alone(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let release = held(store);
    let verdicts = [Verdict::Keep, Verdict::Keep, Verdict::Undo, Verdict::Keep, Verdict::Undo, Verdict::Undo];
    let ends: Vec<_> = verdicts
        .into_iter()
        .enumerate()
        .map(|(number, verdict)| {
            let shop = domain(&format!("shop{number}.test"), alpha);
            submit(store, move |tx| Ok((verdict, tx.insert_domain(&shop, &[], &[])?))).1
        })
        .collect();
    drop(release);
    ends.iter().for_each(|end| end.recv().unwrap().unwrap());
    for (number, verdict) in verdicts.into_iter().enumerate() {
        let text = format!("shop{number}.test");
        let kept = verdict == Verdict::Keep;
        assert_eq!(store.names().holds(Kind::Domain, &text), kept, "{text}");
        assert_eq!(read(store, move |snapshot| snapshot.domain(&name(&text))).is_some(), kept);
    }
    assert_eq!(store.names().count(Kind::Domain), 3);
}

pub(crate) fn of_many_creates_of_one_name_one_wins(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    for round in 0..20 {
        let release = held(store);
        let text = format!("shop{round}.test");
        let ends: Vec<_> = (0..32)
            .map(|_| {
                let shop = domain(&text, alpha);
                submit(store, move |tx| {
                    let inserted = tx.insert_domain(&shop, &[], &[])?;
                    let verdict = if inserted == Inserted::Yes { Verdict::Keep } else { Verdict::Undo };
                    Ok((verdict, (shop.id, inserted)))
                })
            })
            .collect();
        drop(release);
        ends.iter().for_each(|(_, end)| end.recv().unwrap().unwrap());
        let answers: Vec<_> = ends.iter().map(|(answer, _)| answer.iter().last().unwrap()).collect();
        let winners: Vec<_> = answers.iter().filter(|(_, inserted)| *inserted == Inserted::Yes).collect();
        assert_eq!(winners.len(), 1);
        let found = read(store, move |snapshot| snapshot.domain(&name(&text))).unwrap();
        assert_eq!(found.id, winners[0].0);
    }
}

pub(crate) fn a_panic_ends_its_command_alone(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let release = held(store);
    let [before, broken, after] =
        ["before.test", "broken.test", "after.test"].map(|text| domain(text, alpha));
    let (_, first) = submit(store, move |tx| Ok((Verdict::Keep, tx.insert_domain(&before, &[], &[])?)));
    let (_, second) = submit::<()>(store, move |tx| {
        tx.insert_domain(&broken, &[], &[])?;
        panic!("a bug");
    });
    let (_, third) = submit(store, move |tx| Ok((Verdict::Keep, tx.insert_domain(&after, &[], &[])?)));
    drop(release);
    assert!(first.recv().unwrap().is_ok());
    let fault = second.recv().unwrap().unwrap_err();
    assert_eq!(fault.kind, FaultKind::Panicked);
    assert!(fault.message.contains("a bug"), "{fault}");
    assert!(third.recv().unwrap().is_ok());
    assert!(!store.names().holds(Kind::Domain, "broken.test"));
    assert!(read(store, |snapshot| snapshot.domain(&name("broken.test"))).is_none());
    assert_eq!(read(store, |snapshot| snapshot.count_domains()), 2);
}

pub(crate) fn a_panic_while_an_end_is_heard_ends_nothing(store: &dyn Store) {
    struct Deaf;
    impl CommandJob for Deaf {
        fn run(&mut self, _: &dyn Transaction) -> Result<Verdict> {
            Ok(Verdict::Undo)
        }
        fn end(self: Box<Self>, _: Result<()>) {
            panic!("deaf");
        }
    }
    store.command(Box::new(Deaf));
    opened(store, "ALPHA");
}

pub(crate) fn a_fault_undoes_its_command_and_is_told(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let shop = domain("shop.test", alpha);
    let fault = try_write::<()>(store, move |tx| {
        tx.insert_domain(&shop, &[], &[])?;
        Err(Fault::internal("no luck"))
    });
    assert_eq!(fault.unwrap_err().message, "no luck");
    assert_eq!(read(store, |snapshot| snapshot.count_domains()), 0);
    assert!(!store.names().holds(Kind::Domain, "shop.test"));
}

pub(crate) fn a_panicking_query_harms_nobody(store: &dyn Store) {
    for _ in 0..5 {
        let (answer, answered) = mpsc::channel::<()>();
        store.query(Box::new(Panicking(answer)));
        assert!(answered.recv().is_err());
    }
    assert!(try_read(store, |snapshot| snapshot.accounts()).is_ok());

    struct Panicking(mpsc::Sender<()>);
    impl engine::ports::store::QueryJob for Panicking {
        fn run(self: Box<Self>, _: Result<&dyn engine::ports::store::Snapshot>) {
            panic!("a bug after {:p}", &self.0);
        }
    }
}

pub(crate) fn ends_are_heard_in_the_order_of_the_commands(store: &dyn Store) {
    struct Numbered(usize, mpsc::Sender<usize>, AccountId);
    impl CommandJob for Numbered {
        fn run(&mut self, transaction: &dyn Transaction) -> Result<Verdict> {
            match self.0 % 3 {
                0 => Ok(Verdict::Undo),
                1 => {
                    let shop = domain(&format!("shop{}.test", self.0), self.2);
                    transaction.insert_domain(&shop, &[], &[]).map(|_| Verdict::Keep)
                }
                _ => Err(Fault::internal("every third")),
            }
        }
        fn end(self: Box<Self>, _: Result<()>) {
            let _ = self.1.send(self.0);
        }
    }
    let alpha = opened(store, "ALPHA");
    let (heard, ends) = mpsc::channel();
    for number in 0..1_000 {
        store.command(Box::new(Numbered(number, heard.clone(), alpha)));
    }
    let order: Vec<usize> = ends.iter().take(1_000).collect();
    assert!(order.iter().copied().eq(0..1_000), "{order:?}");
}

pub(crate) fn an_idle_store_works_on_the_thread_of_its_caller(store: &dyn Store) {
    let here = thread::current().id();
    for number in 0..10 {
        assert!(store.is_idle());
        let account = account(&format!("HERE-{number}"));
        let ran_on = write_here(store, move |tx| {
            tx.insert_account(&account)?;
            Ok(thread::current().id())
        });
        assert_eq!(ran_on, here);
    }
    assert_eq!(read(store, |snapshot| snapshot.accounts()).len(), 10);
}

pub(crate) fn a_busy_store_works_elsewhere(store: &dyn Store) {
    let release = held(store);
    assert!(!store.is_idle());
    thread::scope(|scope| {
        let waiting = scope.spawn(|| {
            let asked = thread::current().id();
            write_here(store, move |_| Ok(thread::current().id())) != asked
        });
        // It cannot have an answer yet; give it time to get one all the same.
        thread::sleep(Duration::from_millis(20));
        assert!(!waiting.is_finished());
        drop(release);
        assert!(waiting.join().unwrap());
    });
}

/// Whoever has heard the end of a command sees what it did, in a snapshot and in the index of names.
pub(crate) fn everyone_reads_their_own_writes(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    thread::scope(|scope| {
        for session in 0..8 {
            scope.spawn(move || {
                for number in 0..50 {
                    let text = format!("shop{number}.session{session}.test");
                    let shop = domain(&text, alpha);
                    let id = shop.id;
                    match session % 2 {
                        0 => write(store, move |tx| tx.insert_domain(&shop, &[], &[])),
                        _ => write_here(store, move |tx| tx.insert_domain(&shop, &[], &[])),
                    };
                    assert!(store.names().holds(Kind::Domain, &text));
                    let found = read(store, move |snapshot| snapshot.domain(&name(&text)));
                    assert_eq!(found.unwrap().id, id);
                }
            });
        }
    });
    assert_eq!(store.names().count(Kind::Domain), 400);
}
