use engine::{
    Outcome,
    model::{Role, Status},
    ops::domain::{Create, Delete, Restore, RgpState},
};

use super::{strict, strict_world, with_domain};
use crate::fixture::{World, create_domain, day, handle, name};

cases! {
    success_by_one_command_where_a_report_is_wanted
    success_waits_for_a_report
    success_without_report_where_none_is_wanted
    success_keeps_all_that_the_domain_had
    success_costs_the_price_once
    success_until_the_last_moment
    refused_for_an_unknown_domain
    refused_for_the_domain_of_another
    refused_when_it_is_not_deleted
    refused_when_it_is_asked_for_already
    refused_after_the_redemption_period
    refused_where_there_is_no_price
    refused_without_credit
}

fn restore(domain: &str) -> Restore {
    Restore { name: name(domain), is_reported: false }
}

fn success_waits_for_a_report() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    let states = world.done(&world.alpha, Outcome::DomainRestoreRequested, restore("shop.test"));
    assert_eq!(states, [RgpState::PendingRestore]);
    let view = world.view("shop.test");
    assert_eq!(view.rgp, [RgpState::PendingRestore]);
    assert!(view.domain.statuses.has(Status::PendingDelete));
    assert_eq!(world.history(view.domain.id), ["domain_create", "domain_delete", "domain_restore"]);
}

fn success_without_report_where_none_is_wanted() {
    let world = strict_world();
    world.done(&world.alpha, Outcome::DomainCreated, strict("shop.strict.test"));
    world.pass_days(6);
    world.done(&world.alpha, Outcome::DomainDeletePending, Delete { name: name("shop.strict.test") });
    let states = world.done(&world.alpha, Outcome::DomainRestored, restore("shop.strict.test"));
    assert_eq!(states, []);
    let view = world.view("shop.strict.test");
    assert_eq!((view.rgp.len(), view.domain.redemption), (0, None));
    assert!(!view.domain.statuses.has(Status::PendingDelete));
}

fn success_keeps_all_that_the_domain_had() {
    let world = strict_world();
    world.done(&world.alpha, Outcome::DomainCreated, strict("shop.strict.test"));
    let before = world.view("shop.strict.test");
    world.pass_days(6);
    world.done(&world.alpha, Outcome::DomainDeletePending, Delete { name: name("shop.strict.test") });
    world.done(&world.alpha, Outcome::DomainRestored, restore("shop.strict.test"));
    let after = world.view("shop.strict.test");
    assert_eq!((after.contacts, after.hosts), (before.contacts, before.hosts));
    assert_eq!(after.domain.expires_at, before.domain.expires_at);
    assert_eq!(after.domain.authinfo, before.domain.authinfo);
}

fn success_costs_the_price_once() {
    let world = World::with_credit(10_000, 0);
    world.redeemable(&world.alpha, "shop.test");
    world.done(&world.alpha, Outcome::DomainRestoreRequested, restore("shop.test"));
    assert_eq!(world.balance(&world.alpha), 10_000 - 1_000 - 4_000);
    world.assert_audit_clean();
}

fn success_until_the_last_moment() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    world.set_clock(engine::model::Instant::from_millis(world.now().plus_days(30).millis() - 1));
    world.done(&world.alpha, Outcome::DomainRestoreRequested, restore("shop.test"));
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, restore("shop.test"));
}

fn refused_for_the_domain_of_another() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    world.refused(&world.bravo, Outcome::NotSponsor, restore("shop.test"));
}

fn refused_when_it_is_not_deleted() {
    let world = with_domain("shop.test");
    world.refused(&world.alpha, Outcome::NotRestorable, restore("shop.test"));
}

fn refused_when_it_is_asked_for_already() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    world.done(&world.alpha, Outcome::DomainRestoreRequested, restore("shop.test"));
    world.refused(&world.alpha, Outcome::NotRestorable, restore("shop.test"));
}

fn refused_after_the_redemption_period() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    world.pass_days(30);
    world.refused(&world.alpha, Outcome::NotRestorable, restore("shop.test"));
}

fn refused_where_there_is_no_price() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.dollars.test");
    crate::fixture::write(&world.engine, {
        let (name, charlie) = (name("shop.dollars.test"), world.charlie.id());
        move |store| {
            let mut domain = store.domain(&name)?.unwrap();
            domain.sponsor = charlie;
            store.update_domain(&domain)
        }
    });
    world.refused(&world.charlie, Outcome::PriceMissing, restore("shop.dollars.test"));
}

/// The registrant is kept through it all, and so is the day of expiry.
fn refused_without_credit() {
    let world = World::with_credit(4_999, 0);
    world.enrol(&world.alpha, "JANE");
    let contacts = vec![(Role::Registrant, handle("JANE"))];
    world.done(&world.alpha, Outcome::DomainCreated, Create { contacts, ..create_domain("shop.test") });
    world.pass_days(6);
    world.done(&world.alpha, Outcome::DomainDeletePending, Delete { name: name("shop.test") });
    world.refused(&world.alpha, Outcome::CreditInsufficient, restore("shop.test"));
    let view = world.view("shop.test");
    assert_eq!(view.registrant(), Some(&handle("JANE")));
    assert_eq!(view.domain.expires_at, day("2028-03-01"));
}

fn success_by_one_command_where_a_report_is_wanted() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    world.done(&world.alpha, Outcome::DomainRestored, Restore { is_reported: true, ..restore("shop.test") });
    assert_eq!(world.view("shop.test").domain.redemption, None);
}
