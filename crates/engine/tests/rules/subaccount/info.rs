use engine::{Outcome, ops::subaccount::Info};

use super::{clid, opened};
use crate::fixture::World;

cases! {
    success_of_ones_own_and_those_below
    refused_for_an_unknown_account
    refused_for_those_above_and_beside
}

fn success_of_ones_own_and_those_below() {
    let world = World::new();
    opened(&world, "shop");
    let told = |account: Option<&str>| {
        let info = Info { account: account.map(clid) };
        world.found(&world.alpha, Outcome::SubaccountTold, info)
    };
    let own = told(None);
    assert_eq!((own.account.id, own.above, own.book), (world.alpha.id(), None, None));
    assert_eq!(told(Some("ALPHA")).account.id, world.alpha.id());
    assert_eq!(told(Some("SHOP")).above, Some(world.alpha.account.clid.clone()));
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::AccountUnknown, Info { account: Some(clid("NOBODY")) });
}

fn refused_for_those_above_and_beside() {
    let world = World::new();
    let shop = opened(&world, "shop");
    opened(&world, "corner");
    for other in ["ALPHA", "CORNER", "BRAVO"] {
        world.denied(&shop, Outcome::AccountOfAnother, Info { account: Some(clid(other)) });
    }
}
