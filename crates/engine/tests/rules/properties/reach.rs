//! That nothing goes wrong after random steps says little if they all fail: these really reach what they are about.

use std::collections::BTreeSet;

use engine::Outcome;
use proptest::{
    collection::vec,
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};

use super::{
    ledger::{LIMIT, credit},
    steps::{prepare, step},
};
use crate::fixture::World;

#[test]
fn random_steps_reach_every_end() {
    let mut runner = TestRunner::deterministic();
    let mut reached = BTreeSet::new();
    for _ in 0..100 {
        let (credit, steps) = (credit(), vec(step(), 60)).new_tree(&mut runner).unwrap().current();
        let world = World::with_credit(credit.into(), LIMIT);
        prepare(&world);
        reached.extend(steps.iter().filter_map(|step| step.take(&world)));
    }
    let missed: Vec<_> = ENDS.iter().filter(|outcome| !reached.contains(outcome)).collect();
    assert!(missed.is_empty(), "never reached: {missed:?}");
}

const ENDS: &[Outcome] = &[
    Outcome::DomainCreated,
    Outcome::DomainTaken,
    Outcome::DomainRenewed,
    Outcome::DomainUpdated,
    Outcome::DomainDeleted,
    Outcome::DomainDeletePending,
    Outcome::DomainRestoreRequested,
    Outcome::DomainRestored,
    Outcome::TransferRequested,
    Outcome::TransferCompleted,
    Outcome::TransferApproved,
    Outcome::TransferRejected,
    Outcome::TransferCancelled,
    Outcome::TransferPending,
    Outcome::StatusProhibits,
    Outcome::PendingTransferProhibits,
    Outcome::CreditInsufficient,
    Outcome::PriceMissing,
    Outcome::NotRestorable,
    Outcome::AuthinfoWrong,
];
