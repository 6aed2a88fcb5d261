use engine::{
    Outcome,
    model::{GracePeriod, Status},
    ops::domain::{Create, Delete, Renew, Restore, RestoreReport, RgpState, TransferApprove},
    ports::store::Kind,
};

use super::{report, set, with_domain};
use crate::fixture::{World, create_domain, day, name, transfer_of, write, years};

cases! {
    success_in_the_add_grace_period_is_final_and_refunded
    success_in_the_add_grace_period_refunds_a_renewal_too
    success_after_the_add_grace_period_waits_in_redemption
    success_in_the_renew_grace_period_refunds_and_takes_the_years_back
    success_in_the_renew_grace_period_refunds_each_renewal_once
    success_in_the_transfer_grace_period_refunds_the_transfer
    success_in_the_transfer_grace_period_is_not_final
    success_refunds_nothing_that_was_free
    success_refunds_no_older_renewal_for_a_free_one
    success_after_restoration_refunds_nothing_again
    success_is_final_where_there_is_no_redemption
    refused_for_an_unknown_domain
    refused_for_the_domain_of_another
    refused_under_a_status
    refused_while_a_transfer_is_pending
    refused_when_it_is_deleted
    refused_while_hosts_lie_inside
    refused_while_it_is_frozen_on_hold
    refused_for_the_sponsor_before_the_status_before_the_hosts
}

fn delete(domain: &str) -> Delete {
    Delete { name: name(domain) }
}

fn renew(world: &World, domain: &str, period: u8) {
    let renew = Renew { name: name(domain), current_expiry: None, period: years(period) };
    world.done(&world.alpha, Outcome::DomainRenewed, renew);
}

fn success_in_the_add_grace_period_is_final_and_refunded() {
    let world = World::with_credit(3_000, 0);
    let two = Create { period: years(2), ..create_domain("shop.test") };
    world.done(&world.alpha, Outcome::DomainCreated, two);
    let id = world.view("shop.test").domain.id;
    world.set_clock(engine::model::Instant::from_millis(world.now().plus_days(5).millis() - 1));
    world.done(&world.alpha, Outcome::DomainDeleted, delete("shop.test"));
    assert_eq!(world.balance(&world.alpha), 3_000);
    assert!(!world.engine.store().names().holds(Kind::Domain, "shop.test"));
    assert_eq!(world.history(id), ["domain_create", "domain_delete"]);
    world.assert_audit_clean();
    world.register(&world.bravo, "shop.test");
}

/// RFC 3915 section 3.1: the renewal has a grace period of its own, which is open as well.
fn success_in_the_add_grace_period_refunds_a_renewal_too() {
    let world = World::with_credit(3_000, 0);
    world.register(&world.alpha, "shop.test");
    renew(&world, "shop.test", 2);
    assert_eq!(world.balance(&world.alpha), 400);
    world.done(&world.alpha, Outcome::DomainDeleted, delete("shop.test"));
    assert_eq!(world.balance(&world.alpha), 3_000);
    world.assert_audit_clean();
}

fn success_after_the_add_grace_period_waits_in_redemption() {
    let world = World::with_credit(3_000, 0);
    world.register(&world.alpha, "shop.test");
    world.pass_days(5);
    world.done(&world.alpha, Outcome::DomainDeletePending, delete("shop.test"));
    assert_eq!(world.balance(&world.alpha), 2_000, "nothing is paid back");
    let view = world.view("shop.test");
    assert!(view.domain.statuses.has(Status::PendingDelete));
    assert_eq!(view.rgp, [RgpState::Redemption(world.now().plus_days(30))]);
    assert_eq!(view.domain.expires_at, day("2028-03-01"));
    assert_eq!(view.domain.updated_at, Some(world.now()));
}

fn success_in_the_renew_grace_period_refunds_and_takes_the_years_back() {
    let world = World::with_credit(10_000, 0);
    world.register(&world.alpha, "shop.test");
    world.pass_days(100);
    renew(&world, "shop.test", 3);
    assert_eq!(world.balance(&world.alpha), 6_600);
    world.pass_days(4);
    world.done(&world.alpha, Outcome::DomainDeletePending, delete("shop.test"));
    assert_eq!(world.balance(&world.alpha), 9_000);
    assert_eq!(world.view("shop.test").domain.expires_at, day("2028-03-01"));
    world.assert_audit_clean();
}

fn success_in_the_renew_grace_period_refunds_each_renewal_once() {
    let world = World::with_credit(10_000, 0);
    world.register(&world.alpha, "shop.test");
    world.pass_days(100);
    renew(&world, "shop.test", 1);
    world.pass_days(2);
    renew(&world, "shop.test", 2);
    world.pass_days(2);
    renew(&world, "shop.test", 3);
    // The first renewal's period is over now, the other two are open.
    world.pass_days(1);
    world.done(&world.alpha, Outcome::DomainDeletePending, delete("shop.test"));
    assert_eq!(world.balance(&world.alpha), 10_000 - 1_000 - 800);
    assert_eq!(world.view("shop.test").domain.expires_at, day("2029-03-01"));
    world.assert_audit_clean();
}

/// What the losing sponsor paid stays paid, though its periods would be open.
fn success_in_the_transfer_grace_period_refunds_the_transfer() {
    let world = World::with_credit(10_000, 0);
    world.register(&world.alpha, "shop.test");
    renew(&world, "shop.test", 1);
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    world.pass_days(3);
    world.done(&world.alpha, Outcome::TransferApproved, TransferApprove { name: name("shop.test") });
    assert_eq!(world.view("shop.test").domain.expires_at, day("2030-03-01"));
    world.pass_days(4);
    world.done(&world.bravo, Outcome::DomainDeletePending, delete("shop.test"));
    assert_eq!(world.balance(&world.bravo), 10_000);
    assert_eq!(world.balance(&world.alpha), 10_000 - 1_000 - 800);
    assert_eq!(world.view("shop.test").domain.expires_at, day("2029-03-01"));
    world.assert_audit_clean();
}

fn success_in_the_transfer_grace_period_is_not_final() {
    let world = with_domain("shop.test");
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    world.done(&world.alpha, Outcome::TransferApproved, TransferApprove { name: name("shop.test") });
    // Were the domain still ALPHA's, this would be within its add grace period.
    world.done(&world.bravo, Outcome::DomainDeletePending, delete("shop.test"));
}

fn success_refunds_nothing_that_was_free() {
    let world = World::with_credit(10_000, 0);
    world.register(&world.charlie, "shop.free.test");
    world.done(&world.charlie, Outcome::DomainDeleted, delete("shop.free.test"));
    assert_eq!(world.balance(&world.charlie), 10_000);
    world.assert_audit_clean();
}

/// A renewal that cost nothing has no line; the line of one long ago must not stand in for it.
fn success_refunds_no_older_renewal_for_a_free_one() {
    let world = World::with_credit(10_000, 0);
    world.register(&world.alpha, "shop.test");
    renew(&world, "shop.test", 1);
    world.pass_days(100);
    let (shop, now) = (name("shop.test"), world.now());
    write(&world.engine, move |store| {
        let mut domain = store.domain(&shop)?.unwrap();
        domain.open(GracePeriod::Renew { until: now.plus_days(5) }, now);
        store.update_domain(&domain)
    });
    world.done(&world.alpha, Outcome::DomainDeletePending, delete("shop.test"));
    assert_eq!(world.balance(&world.alpha), 10_000 - 1_000 - 800);
    assert_eq!(world.view("shop.test").domain.expires_at, day("2029-03-01"));
}

fn success_after_restoration_refunds_nothing_again() {
    let world = World::with_credit(10_000, 0);
    world.register(&world.alpha, "shop.test");
    world.pass_days(100);
    renew(&world, "shop.test", 1);
    world.done(&world.alpha, Outcome::DomainDeletePending, delete("shop.test"));
    world.done(
        &world.alpha,
        Outcome::DomainRestoreRequested,
        Restore { name: name("shop.test"), is_reported: false },
    );
    world.done(&world.alpha, Outcome::DomainRestored, RestoreReport { ..report("shop.test") });
    assert!(world.view("shop.test").rgp.is_empty(), "a refunded grace period is over");
    world.done(&world.alpha, Outcome::DomainDeletePending, delete("shop.test"));
    assert_eq!(world.balance(&world.alpha), 10_000 - 1_000 - 4_000);
    assert_eq!(world.view("shop.test").domain.expires_at, day("2028-03-01"));
    world.assert_audit_clean();
}

fn success_is_final_where_there_is_no_redemption() {
    let world = World::with_credit(3_000, 0);
    world.register(&world.alpha, "shop.attr.test");
    world.pass_days(100);
    world.done(&world.alpha, Outcome::DomainDeleted, delete("shop.attr.test"));
    assert_eq!(world.balance(&world.alpha), 2_000);
    world.denied(
        &world.alpha,
        Outcome::DomainUnknown,
        engine::ops::domain::Info { name: name("shop.attr.test"), proof: None },
    );
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, delete("shop.test"));
}

fn refused_for_the_domain_of_another() {
    let world = with_domain("shop.test");
    world.refused(&world.bravo, Outcome::NotSponsor, delete("shop.test"));
}

fn refused_under_a_status() {
    let world = with_domain("shop.test");
    set(&world, "shop.test", Status::ClientDeleteProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, delete("shop.test"));
    world.register(&world.alpha, "other.test");
    world.set_by_server("other.test", Status::ServerDeleteProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, delete("other.test"));
}

fn refused_while_a_transfer_is_pending() {
    let world = super::asked_for("shop.test");
    let refusals = world.refused(&world.alpha, Outcome::PendingTransferProhibits, delete("shop.test"));
    assert_eq!(refusals.first().facts, [("status", "pendingTransfer".to_owned())]);
}

fn refused_while_it_is_frozen_on_hold() {
    let world = with_domain("shop.frozen.test");
    world.set_by_server("shop.frozen.test", Status::ServerHold);
    world.refused(&world.alpha, Outcome::DomainOnHold, delete("shop.frozen.test"));
}

fn refused_when_it_is_deleted() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    world.refused(&world.alpha, Outcome::StatusProhibits, delete("shop.test"));
}

fn refused_while_hosts_lie_inside() {
    let world = with_domain("shop.test");
    world.add_host(&world.alpha, "ns1.shop.test", &["192.0.2.1"]);
    let refusals = world.refused(&world.alpha, Outcome::SubordinateHostsExist, delete("shop.test"));
    assert_eq!(refusals.first().facts, [("host", "ns1.shop.test".to_owned())]);
    world.pass_days(6);
    world.refused(&world.alpha, Outcome::SubordinateHostsExist, delete("shop.test"));
}

fn refused_for_the_sponsor_before_the_status_before_the_hosts() {
    let world = with_domain("shop.test");
    world.add_host(&world.alpha, "ns1.shop.test", &["192.0.2.1"]);
    set(&world, "shop.test", Status::ClientDeleteProhibited);
    world.refused(&world.bravo, Outcome::NotSponsor, delete("shop.test"));
    world.refused(&world.alpha, Outcome::StatusProhibits, delete("shop.test"));
}
