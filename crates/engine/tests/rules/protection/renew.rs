use engine::{
    Actor, Outcome,
    model::{Cycle, EntryKind, Plan, ProtectionState},
    ops::{
        account::Deposit,
        protection::{Create, Renew},
    },
};

use super::{found, of_charlie, order, protect, record, refused_unpaid, set_up, warned};
use crate::fixture::{World, name, read};

cases! {
    the_next_term_begins_where_this_one_ends
    one_that_was_not_paid_runs_again
    it_goes_on_with_the_plan_that_it_has
    plan_and_term_have_to_be_named_and_have_a_price
    it_has_to_be_paid
    low_credit_is_told
}

fn renew(plan: Plan, cycle: Cycle) -> Renew {
    Renew { name: name("shop.test"), plan: Some(plan), cycle: Some(cycle) }
}

fn the_next_term_begins_where_this_one_ends() {
    let world = World::with_credit(10_000, 0);
    let before = protect(&world, "shop.test");
    world.pass_days(10);
    let ordered = world.done(&world.alpha, Outcome::ProtectionRenewed, renew(Plan::Start, Cycle::Yearly));
    let after = found(&world, "shop.test").unwrap();
    assert_eq!(after.expires_at, before.expires_at.plus_years(1));
    assert_eq!((after.cycle, ordered.receipt.amount.minor), (Cycle::Yearly, 5_000));
    assert_eq!(record(&world, "shop.test").unwrap().expires_at, after.expires_at);
    let lines = read(&world.engine, move |store| store.entries_of(after.id.into()));
    assert_eq!((lines[1].kind, lines[1].years), (EntryKind::ProtectRenew, 1));
    world.assert_audit_clean();
}

fn one_that_was_not_paid_runs_again() {
    let world = World::with_credit(500, 0);
    let ends = protect(&world, "shop.test").expires_at;
    world.advance_to(ends.plus_days(1));
    let deposit = Deposit { clid: world.alpha.account.clid.clone(), minor: 500 };
    world.done(&Actor::nobody(), Outcome::AccountCredited, deposit);
    world.done(&world.alpha, Outcome::ProtectionRenewed, renew(Plan::Start, Cycle::Monthly));
    let after = found(&world, "shop.test").unwrap();
    assert_eq!((after.state, after.expires_at), (ProtectionState::Running, ends.plus_months(1)));
    assert_eq!(world.advance_to(ends.plus_days(20)), [], "what was to be looked at finds nothing");
}

fn it_goes_on_with_the_plan_that_it_has() {
    let world = World::new();
    protect(&world, "shop.test");
    world.refused(&world.alpha, Outcome::RenewalMismatch, renew(Plan::Advanced, Cycle::Monthly));
}

fn plan_and_term_have_to_be_named_and_have_a_price() {
    let world = World::new();
    protect(&world, "shop.test");
    let unnamed = Renew { plan: None, ..renew(Plan::Start, Cycle::Monthly) };
    world.refused(&world.alpha, Outcome::SubscriptionMissing, unnamed);
    let free = Create { plan: Some(Plan::Expert), cycle: Some(Cycle::Yearly), ..order("gratis.test") };
    set_up(&world, free);
    let monthly = Renew { name: name("gratis.test"), ..renew(Plan::Expert, Cycle::Monthly) };
    world.refused(&world.alpha, Outcome::PlanPriceMissing, monthly);
    let other = of_charlie(&world, "euro.test");
    let euro = Renew { name: other, ..renew(Plan::Start, Cycle::Monthly) };
    world.refused(&world.charlie, Outcome::PriceMissing, euro);
}

fn it_has_to_be_paid() {
    let world = World::with_credit(10_000, 0);
    protect(&world, "shop.test");
    refused_unpaid(&world, || renew(Plan::Start, Cycle::Monthly));
}

fn low_credit_is_told() {
    let world = World::new();
    protect(&world, "shop.test");
    warned(&world, renew(Plan::Start, Cycle::Monthly));
}
