use engine::{
    Outcome,
    model::{Cycle, EntryKind, Plan},
    ops::protection::UpdateSubscription,
};

use super::{found, of_charlie, protect, record, refused_unpaid, warned};
use crate::fixture::{World, name, read};

cases! {
    the_new_plan_holds_at_once
    plan_and_term_have_to_be_named_and_have_a_price
    it_has_to_be_paid
    low_credit_is_told
}

fn change(plan: Plan, cycle: Cycle) -> UpdateSubscription {
    UpdateSubscription { name: name("shop.test"), plan: Some(plan), cycle: Some(cycle) }
}

fn the_new_plan_holds_at_once() {
    let world = World::with_credit(10_000, 0);
    protect(&world, "shop.test");
    world.pass_days(10);
    world.done(&world.alpha, Outcome::ProtectionChanged, change(Plan::Advanced, Cycle::Monthly));
    let after = found(&world, "shop.test").unwrap();
    assert_eq!((after.plan, after.expires_at), (Plan::Advanced, world.now().plus_months(1)));
    assert_eq!(record(&world, "shop.test").unwrap().plan, Plan::Advanced);
    let lines = read(&world.engine, move |store| store.entries_of(after.id.into()));
    assert_eq!((lines[1].kind, lines[1].amount.minor), (EntryKind::ProtectChange, 900));
    assert_eq!(world.advance_days(25), [], "the old term ends without consequence");
    world.assert_audit_clean();
}

fn plan_and_term_have_to_be_named_and_have_a_price() {
    let world = World::new();
    protect(&world, "shop.test");
    let unnamed = UpdateSubscription { cycle: None, ..change(Plan::Start, Cycle::Monthly) };
    world.refused(&world.alpha, Outcome::SubscriptionMissing, unnamed);
    world.refused(&world.alpha, Outcome::PlanPriceMissing, change(Plan::Advanced, Cycle::Yearly));
    let other = of_charlie(&world, "euro.test");
    let euro = UpdateSubscription { name: other, ..change(Plan::Start, Cycle::Monthly) };
    world.refused(&world.charlie, Outcome::PriceMissing, euro);
}

fn it_has_to_be_paid() {
    let world = World::with_credit(10_000, 0);
    protect(&world, "shop.test");
    refused_unpaid(&world, || change(Plan::Advanced, Cycle::Monthly));
}

fn low_credit_is_told() {
    let world = World::new();
    protect(&world, "shop.test");
    warned(&world, change(Plan::Advanced, Cycle::Monthly));
}
