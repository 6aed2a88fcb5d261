//! Commits that fail under the runner.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
    mpsc,
};

use engine::{
    Actor, Failure, Fault, FaultKind,
    ops::due::{Deed, Ran, Run},
};
use store::{CommitGate, Options};

use super::{
    deeds, expiry,
    runner::{busy, busy_over, essence},
};
use crate::fixture::{Picture, World, day, read, request};

cases! {
    what_was_not_committed_is_due_still
    a_crash_at_every_commit_changes_nothing_in_the_end
}

/// Fails the next so many commits.
#[derive(Default)]
struct Failing(AtomicU32);

impl CommitGate for Failing {
    fn before_commit(&self) -> Result<(), Fault> {
        let taken = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        taken.map_or(Ok(()), |_| Err(Fault::new(FaultKind::StoreBusy, "ordered")))
    }
}

fn failing() -> (Arc<Failing>, Options) {
    let gate = Arc::new(Failing::default());
    let options = Options { gate: Some(gate.clone()), ..Options::default() };
    (gate, options)
}

/// Does what is due, or fails at that.
fn run(world: &World, most: usize) -> Result<Ran, FaultKind> {
    let (reply, end) = mpsc::channel();
    let run = Run { until: world.now(), most };
    let request = request(&world.engine, &Actor::server());
    world.engine.command(request, run, move |end| reply.send(end).unwrap());
    match end.recv().unwrap() {
        Ok(done) => Ok(done.answer),
        Err(Failure::Fault(fault)) => Err(fault.kind),
        Err(Failure::Refused(refusals)) => panic!("{refusals:?}"),
    }
}

fn what_was_not_committed_is_due_still() {
    let (gate, options) = failing();
    let (world, shop) = (World::over(options, 20_000, 0), "shop.test");
    world.register(&world.alpha, shop);
    let ends = expiry(&world, shop);
    world.advance_to(ends.plus_days(-1));
    let (before, due) = (Picture::of(&world), read(&world.engine, |store| store.next_due()));
    assert_eq!(due, Some(ends));

    world.set_clock(ends.plus_days(2));
    for _ in 0..3 {
        gate.0.store(1, Ordering::SeqCst);
        assert_eq!(run(&world, 10).unwrap_err(), FaultKind::StoreBusy);
        assert!(before == Picture::of(&world), "half done");
        assert_eq!(read(&world.engine, |store| store.next_due()), due);
    }
    let ran = run(&world, 10).unwrap();
    assert_eq!((deeds(&ran.fired), ran.fired[0].at), (vec![Deed::AutoRenewed], ends));
    assert_eq!(run(&world, 10).unwrap().looked_at, 0, "not twice");
    assert_eq!(world.balance(&world.alpha), 20_000 - 1_000 - 800);
    assert_eq!(expiry(&world, shop), ends.plus_years(1));
    world.assert_audit_clean();
}

fn a_crash_at_every_commit_changes_nothing_in_the_end() {
    let undisturbed = busy();
    undisturbed.advance_to(day("2030-06-01"));
    let undisturbed = essence(&undisturbed);
    for most in [1, 3, 50] {
        let (gate, options) = failing();
        let world = busy_over(options);
        world.set_clock(day("2030-06-01"));
        let mut crashes = 0;
        loop {
            gate.0.store(1, Ordering::SeqCst);
            let lost = run(&world, most);
            // What has nothing to write needs no commit.
            crashes += u32::from(lost.is_err());
            gate.0.store(0, Ordering::SeqCst);
            if run(&world, most).unwrap().looked_at < most {
                break;
            }
        }
        assert!(crashes > 0);
        assert_eq!(essence(&world), undisturbed, "in batches of {most}");
    }
}
