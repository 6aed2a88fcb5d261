//! How accounts are billed.

use engine::{
    Outcome,
    model::{Billing, CreditState, CustomerId, Party, VatNumber},
    ops::account::{BillingView, FindBilling, SetBilling},
};

use super::{clid, operator};
use crate::fixture::{World, line, party};

cases! {
    success_changes_what_is_named
    success_leaves_the_rest_and_takes_back
    success_makes_new_data_another_party
    refused_for_an_unknown_account
}

fn nothing(account: &str) -> SetBilling {
    SetBilling::of(clid(account))
}

fn set(world: &World, change: SetBilling) {
    world.done(&operator(), Outcome::AccountUpdated, change);
}

fn seen(world: &World) -> BillingView {
    world.found(&operator(), Outcome::AccountsListed, FindBilling { clid: clid("ALPHA") })
}

fn success_changes_what_is_named() {
    let world = World::new();
    let other =
        Party { name: line("Doe & Daughters"), tax_number: VatNumber::parse("GB123456789"), ..party() };
    set(
        &world,
        SetBilling {
            party: Some(Some(other.clone())),
            credit: Some(CreditState::Locked),
            reverse_charge: Some(true),
            customer: Some(Some(CustomerId(7))),
            ..nothing("ALPHA")
        },
    );
    let BillingView { billing, party } = seen(&world);
    assert_eq!(party, Some(other));
    assert_eq!((billing.credit, billing.reverse_charge), (CreditState::Locked, true));
    assert_eq!(billing.customer, Some(CustomerId(7)));
}

fn success_leaves_the_rest_and_takes_back() {
    let world = World::new();
    let before = seen(&world);
    assert_eq!(before.party, Some(party()));
    assert_eq!(before.billing.customer, Some(CustomerId(world.alpha.id().0)));
    set(&world, nothing("ALPHA"));
    assert_eq!(seen(&world), before);
    set(&world, SetBilling { party: Some(None), customer: Some(None), ..nothing("ALPHA") });
    assert_eq!(seen(&world), BillingView { billing: Billing::default(), party: None });
}

fn success_makes_new_data_another_party() {
    let world = World::new();
    let before = seen(&world).billing.party;
    set(&world, SetBilling { party: Some(Some(party())), ..nothing("ALPHA") });
    assert_ne!(seen(&world).billing.party, before);
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.refused(&operator(), Outcome::AccountUnknown, nothing("NOBODY"));
    world.denied(&operator(), Outcome::AccountUnknown, FindBilling { clid: clid("NOBODY") });
}
