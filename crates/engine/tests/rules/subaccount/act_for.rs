use engine::{
    Outcome,
    model::{AccountState, Pattern, RoleUser},
    ops::subaccount::{ActFor, Update},
};

use super::{clid, give, opened, opened_below};
use crate::fixture::{World, name};

cases! {
    success_is_on_the_bill_of_the_account
    success_at_any_depth
    success_keeps_the_limits_of_a_role
    refused_for_an_unknown_account
    refused_for_the_account_of_another
    refused_for_a_suspended_account
}

fn success_is_on_the_bill_of_the_account() {
    let world = World::with_credit(100_000, 0);
    let shop = opened(&world, "shop");
    give(&world, "SHOP", 40_000);
    world.register(&shop, "shop.test");
    assert_eq!(world.balance(&world.alpha), 60_000);
    assert!(world.balance(&shop) < 40_000);
    let delete = engine::ops::domain::Delete { name: name("shop.test") };
    world.refused(&world.alpha, Outcome::NotSponsor, delete);
}

fn success_at_any_depth() {
    let world = World::new();
    let shop = opened(&world, "shop");
    opened_below(&world, "SHOP", "corner");
    for actor in [&world.alpha, &shop] {
        let found = world.found(actor, Outcome::SubaccountActedFor, ActFor { account: clid("CORNER") });
        assert_eq!(found.account.clid.as_str(), "CORNER");
    }
}

fn success_keeps_the_limits_of_a_role() {
    let world = World::new();
    opened(&world, "shop");
    let commands = vec![Pattern::parse("Query*").unwrap()];
    let limited = world.alpha.clone().limited_to(Some(RoleUser { commands, networks: Vec::new() }));
    let acting = world.found(&limited, Outcome::SubaccountActedFor, ActFor { account: clid("SHOP") });
    assert_eq!(acting.may("QueryDomainList"), Ok(()));
    assert_eq!(acting.may("AddDomain").unwrap_err().outcome, Outcome::CommandNotPermitted);
    assert_eq!(world.alpha.may("AddDomain"), Ok(()), "whoever has no role may all");
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::AccountUnknown, ActFor { account: clid("NOBODY") });
}

fn refused_for_the_account_of_another() {
    let world = World::new();
    let shop = opened(&world, "shop");
    world.denied(&world.bravo, Outcome::AccountOfAnother, ActFor { account: clid("SHOP") });
    world.denied(&shop, Outcome::AccountOfAnother, ActFor { account: clid("ALPHA") });
}

fn refused_for_a_suspended_account() {
    let world = World::new();
    opened(&world, "shop");
    let suspend = Update { state: Some(AccountState::Suspended), ..Update::of(clid("SHOP")) };
    world.done(&world.alpha, Outcome::SubaccountUpdated, suspend);
    world.denied(&world.alpha, Outcome::AccountSuspended, ActFor { account: clid("SHOP") });
}
