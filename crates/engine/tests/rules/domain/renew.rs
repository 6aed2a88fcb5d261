use engine::{
    Outcome,
    model::{ExpiryClaim, Instant, Status},
    ops::domain::{Create, Renew, RgpState},
};

use super::{set, strict, strict_world, with_domain};
use crate::fixture::{World, create_domain, day, name, years};

cases! {
    success_extends_by_the_period
    success_costs_the_price_of_each_year
    success_opens_the_renew_grace_period
    success_up_to_the_longest_term
    success_of_leap_day_stays_on_the_28th
    refused_for_an_unknown_domain
    refused_for_the_domain_of_another
    refused_under_a_status
    refused_while_a_transfer_is_pending
    refused_when_it_is_deleted
    refused_for_another_expiry_date
    refused_for_another_expiry_year
    refused_a_second_time
    refused_for_the_period
    refused_beyond_the_longest_term
    refused_where_there_is_no_price
    refused_without_credit
    refused_in_the_documented_order
}

/// As a client sends it: with the expiry it saw, and for some years.
fn renew(domain: &str, expiry: Instant, period: u8) -> Renew {
    Renew { name: name(domain), current_expiry: Some(ExpiryClaim::Day(expiry.date())), period: years(period) }
}

fn success_extends_by_the_period() {
    let world = with_domain("shop.test");
    world.pass_days(10);
    let renewed = world.done(&world.alpha, Outcome::DomainRenewed, renew("shop.test", day("2028-03-01"), 2));
    assert_eq!((renewed.name.as_str(), renewed.expires_at), ("shop.test", day("2030-03-01")));
    let domain = world.view("shop.test").domain;
    assert_eq!((domain.expires_at, domain.updated_at), (day("2030-03-01"), Some(world.now())));
    assert_eq!(world.history(domain.id), ["domain_create", "domain_renew"]);
    let simple = Renew { name: name("shop.test"), current_expiry: None, period: None };
    let renewed = world.done(&world.alpha, Outcome::DomainRenewed, simple);
    assert_eq!(renewed.expires_at, day("2031-03-01"));
}

fn success_costs_the_price_of_each_year() {
    let world = World::with_credit(10_000, 0);
    world.register(&world.alpha, "shop.test");
    world.done(&world.alpha, Outcome::DomainRenewed, renew("shop.test", day("2028-03-01"), 4));
    assert_eq!(world.balance(&world.alpha), 10_000 - 1_000 - 4 * 800);
    world.assert_audit_clean();
}

fn success_opens_the_renew_grace_period() {
    let world = with_domain("shop.test");
    world.done(&world.alpha, Outcome::DomainRenewed, renew("shop.test", day("2028-03-01"), 1));
    let until = world.now().plus_days(5);
    assert_eq!(world.view("shop.test").rgp, [RgpState::Add(until), RgpState::Renew(until)]);
}

fn success_up_to_the_longest_term() {
    let world = with_domain("shop.test");
    world.done(&world.alpha, Outcome::DomainRenewed, renew("shop.test", day("2028-03-01"), 9));
    assert_eq!(world.view("shop.test").domain.expires_at, day("2037-03-01"));
}

fn success_of_leap_day_stays_on_the_28th() {
    let world = World::new();
    world.set_clock(day("2028-02-29"));
    world.register(&world.alpha, "shop.test");
    let renewed = world.done(&world.alpha, Outcome::DomainRenewed, renew("shop.test", day("2029-02-28"), 3));
    assert_eq!(renewed.expires_at, day("2032-02-28"));
    let renewed = world.done(&world.alpha, Outcome::DomainRenewed, renew("shop.test", day("2032-02-28"), 6));
    assert_eq!(renewed.expires_at, day("2038-02-28"));
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, renew("shop.test", day("2028-03-01"), 1));
}

fn refused_for_the_domain_of_another() {
    let world = with_domain("shop.test");
    world.refused(&world.bravo, Outcome::NotSponsor, renew("shop.test", day("2028-03-01"), 1));
}

fn refused_under_a_status() {
    let world = with_domain("shop.test");
    set(&world, "shop.test", Status::ClientRenewProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, renew("shop.test", day("2028-03-01"), 1));
    world.register(&world.alpha, "other.test");
    world.set_by_server("other.test", Status::ServerRenewProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, renew("other.test", day("2028-03-01"), 1));
}

fn refused_while_a_transfer_is_pending() {
    let world = super::asked_for("shop.test");
    world.refused(&world.alpha, Outcome::PendingTransferProhibits, renew("shop.test", day("2028-03-01"), 1));
}

fn refused_when_it_is_deleted() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    world.refused(&world.alpha, Outcome::StatusProhibits, renew("shop.test", day("2028-03-01"), 1));
}

fn refused_for_another_expiry_date() {
    let world = with_domain("shop.test");
    for date in ["2028-02-29", "2028-03-02", "2027-03-01"] {
        let refusals = world.refused(&world.alpha, Outcome::ExpiryMismatch, renew("shop.test", day(date), 1));
        assert_eq!(refusals.first().facts, [("expected", "2028-03-01".to_owned())]);
    }
}

/// A client that did not hear the answer may send the same again.
fn refused_for_another_expiry_year() {
    let world = with_domain("shop.test");
    let renew =
        |year| Renew { name: name("shop.test"), current_expiry: Some(ExpiryClaim::Year(year)), period: None };
    let refusals = world.refused(&world.alpha, Outcome::ExpiryMismatch, renew(2029));
    assert_eq!(refusals.first().value.as_deref(), Some("2029"));
    world.done(&world.alpha, Outcome::DomainRenewed, renew(2028));
    world.refused(&world.alpha, Outcome::ExpiryMismatch, renew(2028));
}

fn refused_a_second_time() {
    let world = with_domain("shop.test");
    world.done(&world.alpha, Outcome::DomainRenewed, renew("shop.test", day("2028-03-01"), 1));
    world.refused(&world.alpha, Outcome::ExpiryMismatch, renew("shop.test", day("2028-03-01"), 1));
}

fn refused_for_the_period() {
    let world = strict_world();
    world.done(&world.alpha, Outcome::DomainCreated, strict("shop.strict.test"));
    let renew = renew("shop.strict.test", day("2028-03-01"), 4);
    world.refused(&world.alpha, Outcome::PeriodOutOfRange, renew);
}

fn refused_beyond_the_longest_term() {
    let world = with_domain("shop.test");
    world.refused(&world.alpha, Outcome::TermTooLong, renew("shop.test", day("2028-03-01"), 10));
    world.pass_days(366);
    world.done(&world.alpha, Outcome::DomainRenewed, renew("shop.test", day("2028-03-01"), 10));
}

/// CHARLIE came by the domain by a transfer that cost nothing.
fn refused_where_there_is_no_price() {
    let world = with_domain("shop.dollars.test");
    crate::fixture::write(&world.engine, {
        let (name, charlie) = (name("shop.dollars.test"), world.charlie.id());
        move |store| {
            let mut domain = store.domain(&name)?.unwrap();
            domain.sponsor = charlie;
            store.update_domain(&domain)
        }
    });
    let renew = renew("shop.dollars.test", day("2028-03-01"), 1);
    world.refused(&world.charlie, Outcome::PriceMissing, renew);
}

fn refused_without_credit() {
    let world = World::with_credit(2_000, 0);
    world.register(&world.alpha, "shop.test");
    world.refused(&world.alpha, Outcome::CreditInsufficient, renew("shop.test", day("2028-03-01"), 2));
    world.done(&world.alpha, Outcome::DomainRenewed, renew("shop.test", day("2028-03-01"), 1));
    assert_eq!(world.balance(&world.alpha), 200);
}

fn refused_in_the_documented_order() {
    let world = World::with_credit(1_000, 0);
    let create = Create { ..create_domain("shop.test") };
    world.done(&world.alpha, Outcome::DomainCreated, create);
    set(&world, "shop.test", Status::ClientRenewProhibited);
    let (wrong_day, right_day) = (day("2028-03-02"), day("2028-03-01"));
    world.refused(&world.bravo, Outcome::NotSponsor, renew("shop.test", wrong_day, 11));
    world.refused(&world.alpha, Outcome::StatusProhibits, renew("shop.test", wrong_day, 11));
    let lift = super::statuses("shop.test", &[], &[Status::ClientRenewProhibited]);
    world.done(&world.alpha, Outcome::DomainUpdated, lift);
    world.refused(&world.alpha, Outcome::ExpiryMismatch, renew("shop.test", wrong_day, 11));
    world.refused(&world.alpha, Outcome::PeriodOutOfRange, renew("shop.test", right_day, 11));
    world.refused(&world.alpha, Outcome::TermTooLong, renew("shop.test", right_day, 10));
    world.refused(&world.alpha, Outcome::CreditInsufficient, renew("shop.test", right_day, 1));
}
