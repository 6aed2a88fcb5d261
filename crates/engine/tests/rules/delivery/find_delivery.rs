use engine::{Actor, Outcome, ops::account::FindDelivery};

use super::{clid, found, mail, set};
use crate::fixture::World;

cases! {
    success_of_nowhere_and_somewhere
    refused_for_an_unknown_account
}

fn success_of_nowhere_and_somewhere() {
    let world = World::new();
    assert_eq!(found(&world, "ALPHA"), None);
    set(&world, Some(mail("noc@example.test")), None);
    assert_eq!(found(&world, "ALPHA").unwrap().target, mail("noc@example.test"));
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.denied(&Actor::nobody(), Outcome::AccountUnknown, FindDelivery { clid: clid("NOBODY") });
}
