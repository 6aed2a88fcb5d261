//! Several accounts want one name at the same moment.

use std::sync::mpsc;

use engine::{Failure, Outcome, ops::domain::Create};

use crate::fixture::{World, create_domain, request};

cases! {
    success_for_one_alone
}

/// All are handed over before any is done, so the look into the index finds the name free each time: the store decides.
fn success_for_one_alone() {
    let world = World::with_credit(1_000, 0);
    let (reply, ends) = mpsc::channel();
    for round in 0..30 {
        let reply = reply.clone();
        let create: Create = create_domain("shop.test");
        let actor = world.accounts()[round % 3];
        world.engine.command(request(&world.engine, actor), create, move |end| reply.send(end).unwrap());
    }
    drop(reply);

    let ends: Vec<_> = ends.into_iter().collect();
    let refused = |end: &&Result<_, Failure>| match end {
        Err(Failure::Refused(refusals)) => refusals.first().outcome == Outcome::DomainTaken,
        _ => false,
    };
    assert_eq!((ends.len(), ends.iter().filter(refused).count()), (30, 29));
    let paid: i64 = world.accounts().into_iter().map(|actor| 1_000 - world.balance(actor)).sum();
    assert_eq!(paid, 1_000, "one alone was billed");
    world.assert_audit_clean();
}
