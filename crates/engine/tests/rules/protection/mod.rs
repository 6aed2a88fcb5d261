//! The protection service.

pub(crate) mod access;
pub(crate) mod answer_invitation;
pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod due;
pub(crate) mod info;
pub(crate) mod invite;
pub(crate) mod purge_cache;
pub(crate) mod renew;
pub(crate) mod retry;
pub(crate) mod set_policy;
pub(crate) mod template;
pub(crate) mod update_subscription;

use engine::{
    Actor, Command, Outcome,
    model::{
        CreditState, Cycle, DomainName, Event, NetworkRecord, Plan, Protection, ProtectionId, ProtectionNews,
    },
    ops::{
        account::{SetBilling, SetTerms},
        protection::{Create, MarkTemplate},
    },
};

use crate::{
    fixture::{World, name, party, read, write},
    ledger::{terms, with_terms},
};

/// An order of the cheapest service.
pub(crate) fn order(text: &str) -> Create {
    Create {
        name: name(text),
        plan: Some(Plan::Start),
        cycle: Some(Cycle::Monthly),
        mode: None,
        upstreams: Vec::new(),
        template: None,
        dns_token: None,
        force_dns: false,
    }
}

/// ALPHA's service for a name, set up.
#[track_caller]
pub(crate) fn protect(world: &World, text: &str) -> Protection {
    set_up(world, order(text))
}

/// ALPHA's service, set up by the network.
#[track_caller]
pub(crate) fn set_up(world: &World, order: Create) -> Protection {
    let name = order.name.clone();
    world.done(&world.alpha, Outcome::ProtectionRequested, order);
    world.catch_up(100);
    found(world, name.as_str()).unwrap()
}

/// ALPHA's service that is a template.
#[track_caller]
pub(crate) fn template(world: &World, text: &str) -> Protection {
    let protection = protect(world, text);
    let mark = MarkTemplate { name: name(text), is_template: true };
    world.done(&world.alpha, Outcome::TemplateMarked, mark);
    protection
}

/// The service for a name, whoever's it is.
pub(crate) fn found(world: &World, text: &str) -> Option<Protection> {
    let name = name(text);
    read(&world.engine, move |store| store.protection(&name))
}

/// What the network has on record for ALPHA's name.
pub(crate) fn record(world: &World, text: &str) -> Option<NetworkRecord> {
    let (name, customer) = (name(text), world.alpha.account.billing.customer.unwrap());
    read(&world.engine, move |store| store.network_record(customer, &name))
}

/// Somebody removes ALPHA's name at the network itself.
pub(crate) fn forget(world: &World, text: &str) {
    let (name, customer) = (name(text), world.alpha.account.billing.customer.unwrap());
    write(&world.engine, move |store| store.remove_network_record(customer, &name).map(drop));
}

/// What an account hears of a name.
pub(crate) fn told(text: &str, news: ProtectionNews) -> Event {
    Event::Protection { name: text.to_owned(), news }
}

/// A change of nothing about how ALPHA is billed.
pub(crate) fn billing(world: &World) -> SetBilling {
    SetBilling::of(world.alpha.account.clid.clone())
}

/// Changes how ALPHA is billed.
pub(crate) fn bill(world: &World, change: SetBilling) {
    world.done(&Actor::nobody(), Outcome::AccountUpdated, change);
}

/// Each state of ALPHA in which it can pay nothing, and what it is told then.
pub(crate) fn hindrances(world: &World) -> Vec<(Outcome, SetBilling)> {
    let nothing = || billing(world);
    vec![
        (Outcome::CreditLocked, SetBilling { credit: Some(CreditState::Locked), ..nothing() }),
        (Outcome::CreditInactive, SetBilling { credit: Some(CreditState::Inactive), ..nothing() }),
        (Outcome::BillingDataMissing, SetBilling { party: Some(None), ..nothing() }),
        (Outcome::TaxSettingsWrong, SetBilling { reverse_charge: Some(true), ..nothing() }),
    ]
}

/// Takes all of that back.
pub(crate) fn in_order(world: &World) -> SetBilling {
    SetBilling {
        party: Some(Some(party())),
        credit: Some(CreditState::Active),
        reverse_charge: Some(false),
        ..billing(world)
    }
}

/// Looks that a command of ALPHA is refused for each reason why it cannot pay, and for want of money.
#[track_caller]
pub(crate) fn refused_unpaid<C: Command>(world: &World, command: impl Fn() -> C) {
    for (outcome, change) in hindrances(world) {
        bill(world, change);
        world.refused(&world.alpha, outcome, command());
        bill(world, in_order(world));
    }
    world.spend_all(&world.alpha);
    world.refused(&world.alpha, Outcome::CreditInsufficient, command());
}

/// Looks that a command of ALPHA says that its credit ran low.
#[track_caller]
pub(crate) fn warned<C: Command>(world: &World, command: C) {
    let left = u32::try_from(world.left(&world.alpha)).unwrap();
    with_terms(world, SetTerms { credit_warning: Some(Some(left)), ..terms(&world.alpha) });
    let done = world.command(&world.alpha, command).unwrap();
    assert_eq!(done.warnings.first().map(|warning| warning.outcome), Some(Outcome::CreditLow));
}

/// A service of CHARLIE, who pays in a currency in which none is for sale: it was had before the prices changed.
pub(crate) fn of_charlie(world: &World, text: &str) -> DomainName {
    let alphas = protect(world, &format!("a-{text}"));
    let name = name(text);
    let charlies = Protection {
        id: ProtectionId(alphas.id.0 + 1),
        name: name.clone(),
        account: world.charlie.id(),
        ..alphas
    };
    write(&world.engine, move |store| store.insert_protection(&charlies).map(drop));
    name
}
