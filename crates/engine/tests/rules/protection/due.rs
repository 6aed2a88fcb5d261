//! What becomes of a service by itself: it is set up, renewed, ended.

use engine::{
    Actor, FaultKind, Outcome,
    model::{Event, NetworkRecord, ProtectionNews, ProtectionState},
    ops::{
        account::SetBilling,
        due::{Deed, Fired},
        ledger::{ListOwed, Repay},
        protection::Create,
    },
    ports::{Port, Step},
};

use super::{bill, billing, forget, found, order, protect, record, told};
use crate::fixture::{World, name, secret, write};

cases! {
    the_network_sets_it_up_and_the_account_hears_of_its_request
    a_refusal_of_the_network_is_paid_back
    a_name_that_came_to_the_network_meanwhile_is_paid_back
    a_lost_answer_does_no_harm
    a_silent_network_is_asked_again_and_given_up_in_the_end
    a_customer_that_is_gone_is_paid_back
    a_payment_that_cannot_be_given_back_is_owed_until_it_is
    an_invoice_that_cannot_be_made_leaves_the_payment_owed
    it_is_renewed_at_the_end_of_its_term
    what_cannot_be_paid_runs_on_for_a_while
    what_is_paid_in_time_goes_on
    what_the_network_forgot_is_not_renewed
    what_the_network_does_not_take_is_not_billed
}

fn deeds(fired: &[Fired]) -> Vec<Deed> {
    fired.iter().map(|fired| fired.deed).collect()
}

#[track_caller]
fn ordered(world: &World, create: Create) {
    world.done(&world.alpha, Outcome::ProtectionRequested, create);
}

fn the_network_sets_it_up_and_the_account_hears_of_its_request() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    ordered(&world, Create { force_dns: true, ..order("shop.test") });
    let asked = found(&world, "shop.test").unwrap().asked.unwrap();
    assert_eq!(deeds(&world.catch_up(10)), [Deed::ProtectionSetUp]);
    let protection = found(&world, "shop.test").unwrap();
    assert_eq!((protection.state, &protection.asked), (ProtectionState::Running, &None));
    assert_eq!(protection.expires_at, world.now().plus_months(1));
    let there = record(&world, "shop.test").unwrap();
    assert_eq!((there.service, there.dns_set_at), (Some(protection.id), Some(world.now())));
    let queue =
        world.found(&world.alpha, Outcome::MessageWaiting, engine::ops::poll::Request::default()).unwrap();
    assert_eq!(queue.head.asked, Some(asked));
    let expires_at = protection.expires_at;
    let event = told("shop.test", ProtectionNews::SetUp { expires_at, dns_set: true });
    assert_eq!(queue.head.event, event);
}

/// The network refuses, the payment is undone with an invoice of its own, and the name is free again.
fn a_refusal_of_the_network_is_paid_back() {
    let world = World::with_credit(500, 0);
    ordered(&world, order("shop.test"));
    world.trouble.network(FaultKind::Refused(Port::Protection));
    assert_eq!(deeds(&world.catch_up(10)), [Deed::ProtectionCancelled]);
    assert_eq!((found(&world, "shop.test"), world.balance(&world.alpha)), (None, 500));
    let event = told("shop.test", ProtectionNews::Cancelled { repaid: true });
    assert_eq!(world.told(&world.alpha), [event]);
    protect(&world, "shop.test");
    world.assert_audit_clean();
}

fn a_name_that_came_to_the_network_meanwhile_is_paid_back() {
    let world = World::with_credit(1_000, 0);
    protect(&world, "model.test");
    ordered(&world, order("shop.test"));
    let there =
        NetworkRecord { name: name("shop.test"), service: None, ..record(&world, "model.test").unwrap() };
    write(&world.engine, move |store| store.put_network_record(&there));
    assert_eq!(deeds(&world.catch_up(10)), [Deed::ProtectionCancelled]);
    assert_eq!(world.balance(&world.alpha), 500);
}

/// The network has the record of this very service already.
fn a_lost_answer_does_no_harm() {
    let world = World::new();
    protect(&world, "model.test");
    ordered(&world, order("shop.test"));
    let service = Some(found(&world, "shop.test").unwrap().id);
    let there = NetworkRecord { name: name("shop.test"), service, ..record(&world, "model.test").unwrap() };
    write(&world.engine, move |store| store.put_network_record(&there));
    assert_eq!(deeds(&world.catch_up(10)), [Deed::ProtectionSetUp]);
}

fn a_silent_network_is_asked_again_and_given_up_in_the_end() {
    let world = World::with_credit(500, 0);
    ordered(&world, order("shop.test"));
    world.trouble.network(FaultKind::TimedOut(Port::Protection));
    assert_eq!(deeds(&world.catch_up(10)), []);
    let minutes = |count: i64| world.now().plus_millis(count * 60_000);
    assert_eq!(deeds(&world.advance_to(minutes(5))), [Deed::ProtectionSetUp]);

    let world = World::with_credit(500, 0);
    ordered(&world, order("shop.test"));
    (0..13).for_each(|_| world.trouble.network(FaultKind::Unavailable(Port::Protection)));
    let until = world.now().plus_millis(60 * 60_000);
    assert_eq!(deeds(&world.advance_to(until)), [Deed::ProtectionCancelled]);
    assert!(world.trouble.is_over());
    assert_eq!((found(&world, "shop.test"), world.balance(&world.alpha)), (None, 500));
}

fn a_customer_that_is_gone_is_paid_back() {
    let world = World::with_credit(500, 0);
    ordered(&world, order("shop.test"));
    bill(&world, SetBilling { customer: Some(None), ..billing(&world) });
    assert_eq!(deeds(&world.catch_up(10)), [Deed::ProtectionCancelled]);
    assert_eq!(world.balance(&world.alpha), 500);
}

fn a_payment_that_cannot_be_given_back_is_owed_until_it_is() {
    let world = World::with_credit(500, 0);
    ordered(&world, order("shop.test"));
    world.trouble.network(FaultKind::Refused(Port::Protection));
    world.trouble.next(Port::Ledger, Some(Step::Reversal), FaultKind::Unavailable(Port::Ledger));
    assert_eq!(deeds(&world.catch_up(10)), [Deed::ProtectionCancelled]);
    assert_eq!(world.balance(&world.alpha), 0);
    let event = told("shop.test", ProtectionNews::Cancelled { repaid: false });
    assert_eq!(world.told(&world.alpha), [event]);
    world.assert_audit_clean();

    let (nobody, owed) = (Actor::nobody(), world.found(&world.alpha, Outcome::OwedListed, ListOwed));
    assert_eq!(
        owed.iter().map(|owed| (&*owed.name, owed.amount.minor)).collect::<Vec<_>>(),
        [("shop.test", 500)]
    );
    let repay = Repay { operation: owed[0].operation };
    world.trouble.next(Port::Ledger, Some(Step::Reversal), FaultKind::TimedOut(Port::Ledger));
    assert_eq!(world.fails(&nobody, repay), Outcome::ReversalFailed);
    world.done(&nobody, Outcome::Repaid, repay);
    assert_eq!(world.balance(&world.alpha), 500);
    let dollars = owed[0].amount;
    assert_eq!(world.told(&world.alpha), [Event::Repaid { name: "shop.test".into(), amount: dollars }]);
    assert!(world.found(&nobody, Outcome::OwedListed, ListOwed).is_empty());
    world.refused(&nobody, Outcome::OwedUnknown, repay);
    world.assert_audit_clean();
}

fn an_invoice_that_cannot_be_made_leaves_the_payment_owed() {
    let world = World::with_credit(500, 0);
    ordered(&world, order("shop.test"));
    world.trouble.network(FaultKind::Refused(Port::Protection));
    world.trouble.next(Port::Invoices, None, FaultKind::Unavailable(Port::Invoices));
    world.catch_up(10);
    let owed = world.found(&world.alpha, Outcome::OwedListed, ListOwed);
    assert_eq!((owed.len(), world.balance(&world.alpha)), (1, 0));
}

fn it_is_renewed_at_the_end_of_its_term() {
    let world = World::with_credit(1_000, 0);
    let ends = protect(&world, "shop.test").expires_at;
    world.told(&world.alpha);
    assert_eq!(deeds(&world.advance_to(ends)), [Deed::ProtectionRenewed]);
    let protection = found(&world, "shop.test").unwrap();
    assert_eq!(protection.expires_at, ends.plus_months(1));
    assert_eq!(record(&world, "shop.test").unwrap().expires_at, protection.expires_at);
    assert_eq!(world.balance(&world.alpha), 0);
    let event = told("shop.test", ProtectionNews::Renewed { expires_at: protection.expires_at });
    assert_eq!(world.told(&world.alpha), [event]);
    assert_eq!(
        world.history(protection.id),
        ["protection_create", "protection_set_up", "protection_auto_renew"]
    );
    world.assert_audit_clean();
}

fn what_cannot_be_paid_runs_on_for_a_while() {
    let world = World::with_credit(500, 0);
    let ends = protect(&world, "shop.test").expires_at;
    world.told(&world.alpha);
    assert_eq!(deeds(&world.advance_to(ends.plus_days(2))), [Deed::ProtectionUnpaid]);
    assert_eq!(found(&world, "shop.test").unwrap().state, ProtectionState::Unpaid);
    let unpaid = told("shop.test", ProtectionNews::Unpaid { ends_at: ends.plus_days(3) });
    assert_eq!(world.told(&world.alpha), [unpaid]);
    assert_eq!(deeds(&world.advance_to(ends.plus_days(3))), [Deed::ProtectionEnded]);
    assert_eq!((found(&world, "shop.test"), record(&world, "shop.test")), (None, None));
    assert_eq!(world.told(&world.alpha), [told("shop.test", ProtectionNews::Ended)]);
}

fn what_is_paid_in_time_goes_on() {
    let world = World::with_credit(500, 0);
    let ends = protect(&world, "shop.test").expires_at;
    world.advance_to(ends);
    let clid = world.alpha.account.clid.clone();
    let deposit = engine::ops::account::Deposit { clid, minor: 500 };
    world.done(&Actor::nobody(), Outcome::AccountCredited, deposit);
    assert_eq!(deeds(&world.advance_to(ends.plus_days(1))), [Deed::ProtectionRenewed]);
    let protection = found(&world, "shop.test").unwrap();
    assert_eq!((protection.state, protection.expires_at), (ProtectionState::Running, ends.plus_months(1)));
}

fn what_the_network_forgot_is_not_renewed() {
    let world = World::with_credit(1_000, 0);
    let ends = protect(&world, "shop.test").expires_at;
    forget(&world, "shop.test");
    assert_eq!(deeds(&world.advance_to(ends)), [Deed::ProtectionEnded]);
    assert_eq!(world.balance(&world.alpha), 500);
}

/// The work as a whole fails, and whoever runs it puts it off.
fn what_the_network_does_not_take_is_not_billed() {
    let world = World::with_credit(1_000, 0);
    ordered(&world, Create { dns_token: Some(secret("token")), ..order("shop.test") });
    world.catch_up(10);
    let ends = found(&world, "shop.test").unwrap().expires_at;
    world.set_clock(ends);
    world.trouble.after(1, Port::Protection, None, FaultKind::Refused(Port::Protection));
    let run = engine::ops::due::Run { until: world.now(), most: 10 };
    assert_eq!(world.fails(&Actor::server(), run), Outcome::ProtectionRefused);
    assert_eq!(world.balance(&world.alpha), 500);
    assert_eq!(deeds(&world.catch_up(10)), [Deed::ProtectionRenewed]);
}
