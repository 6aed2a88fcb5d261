//! The index of names against the tables.

use std::collections::BTreeMap;

use engine::model::{AccountId, Contact, Domain, Host, Nsset};
use engine::ports::store::{Kind, Result, Store, Transaction, Verdict};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::client::{read, submit};
use crate::fixtures::{contact, domain, handle, host, name, nsset, nsset_name, opened};

/// What may happen to one of a few names.
#[derive(Clone, Copy, Debug)]
enum Step {
    AddDomain(u8),
    DropDomain(u8),
    AddContact(u8),
    DropContact(u8),
    AddNsset(u8),
    DropNsset(u8),
    AddHost(u8),
    RenameHost(u8, u8),
    DropHost(u8),
}

fn step() -> impl Strategy<Value = Step> {
    let number = 0..6_u8;
    prop_oneof![
        number.clone().prop_map(Step::AddDomain),
        number.clone().prop_map(Step::DropDomain),
        number.clone().prop_map(Step::AddContact),
        number.clone().prop_map(Step::DropContact),
        number.clone().prop_map(Step::AddNsset),
        number.clone().prop_map(Step::DropNsset),
        number.clone().prop_map(Step::AddHost),
        (number.clone(), number.clone()).prop_map(|(from, to)| Step::RenameHost(from, to)),
        number.prop_map(Step::DropHost),
    ]
}

/// Commands of some steps each, kept or refused, handed over without waiting.
pub(crate) fn the_index_says_what_the_tables_say(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let commands = prop::collection::vec((prop::collection::vec(step(), 1..6), any::<bool>()), 1..20);
    // Each case goes on with what the one before it left behind.
    let mut runner = TestRunner::new(Config { cases: 40, failure_persistence: None, ..Config::default() });
    runner
        .run(&commands, |commands| {
            let ends: Vec<_> =
                commands.into_iter().map(|(steps, keep)| run(store, alpha, steps, keep)).collect();
            ends.into_iter().for_each(|end| end.recv().unwrap().unwrap());
            compare(store);
            Ok(())
        })
        .unwrap();
}

fn run(
    store: &dyn Store,
    sponsor: AccountId,
    steps: Vec<Step>,
    keep: bool,
) -> std::sync::mpsc::Receiver<Result<()>> {
    let verdict = if keep { Verdict::Keep } else { Verdict::Undo };
    let work = move |tx: &dyn Transaction| {
        steps.iter().try_for_each(|step| take(tx, sponsor, *step))?;
        Ok((verdict, ()))
    };
    submit(store, work).1
}

fn take(tx: &dyn Transaction, sponsor: AccountId, step: Step) -> Result<()> {
    let found_host = |number| tx.host(&name(&host_name(number)));
    match step {
        Step::AddDomain(number) => {
            tx.insert_domain(&domain(&domain_name(number), sponsor), &[], &[]).map(drop)
        }
        Step::DropDomain(number) => {
            with(tx.domain(&name(&domain_name(number)))?, |found: Domain| tx.delete_domain(&found))
        }
        Step::AddContact(number) => tx.insert_contact(&contact(&contact_name(number), sponsor)).map(drop),
        Step::DropContact(number) => {
            with(tx.contact(&handle(&contact_name(number)))?, |found: Contact| tx.delete_contact(&found))
        }
        Step::AddNsset(number) => tx.insert_nsset(&nsset(&set_name(number), sponsor)).map(drop),
        Step::DropNsset(number) => {
            with(tx.nsset(&nsset_name(&set_name(number)))?, |found: Nsset| tx.delete_nsset(&found))
        }
        Step::AddHost(number) => tx.insert_host(&host(&host_name(number), sponsor)).map(drop),
        Step::RenameHost(from, to) => with(found_host(from)?, |found: Host| {
            let before = found.name.clone();
            tx.update_host(&Host { name: name(&host_name(to)), ..found }, &before)
        }),
        Step::DropHost(number) => with(found_host(number)?, |found: Host| tx.delete_host(&found)),
    }
}

fn with<T, U>(found: Option<T>, change: impl FnOnce(T) -> Result<U>) -> Result<()> {
    found.map_or(Ok(()), |found| change(found).map(drop))
}

fn compare(store: &dyn Store) {
    let mut counts = BTreeMap::new();
    for number in 0..6 {
        let names = [domain_name(number), contact_name(number), host_name(number), set_name(number)];
        let [domain, contact, host, set] = names.clone();
        let there = read(store, move |snapshot| {
            Ok([
                snapshot.domain(&name(&domain))?.is_some(),
                snapshot.contact(&handle(&contact))?.is_some(),
                snapshot.host(&name(&host))?.is_some(),
                snapshot.nsset(&nsset_name(&set))?.is_some(),
            ])
        });
        for ((kind, text), there) in KINDS.into_iter().zip(names).zip(there) {
            assert_eq!(store.names().holds(kind, &text), there, "{text}");
            *counts.entry(format!("{kind:?}")).or_insert(0) += usize::from(there);
        }
    }
    for kind in KINDS {
        assert_eq!(store.names().count(kind), counts[&format!("{kind:?}")]);
    }
}

fn domain_name(number: u8) -> String {
    format!("shop{number}.test")
}

fn contact_name(number: u8) -> String {
    format!("JD-{number}")
}

const KINDS: [Kind; 4] = [Kind::Domain, Kind::Contact, Kind::Host, Kind::Nsset];

fn set_name(number: u8) -> String {
    format!("SET-{number}")
}

fn host_name(number: u8) -> String {
    format!("ns{number}.example.test")
}
