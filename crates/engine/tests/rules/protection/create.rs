use std::net::{IpAddr, Ipv4Addr};

use engine::{
    FaultKind, Outcome,
    model::{Book, CustomerId, Cycle, EntryKind, Money, Plan, ProtectionId, ProtectionMode, ProtectionState},
    ops::{
        account::SetBilling,
        protection::{Create, MarkTemplate},
    },
    ports::{Port, Step},
};

use super::{bill, billing, found, order, protect, record, refused_unpaid, template, warned};
use crate::fixture::{World, name, outcomes, read, write};

cases! {
    it_is_paid_at_once_and_set_up_later
    a_name_below_a_registered_one_has_an_alias
    a_template_hands_its_settings_on
    what_is_free_needs_no_credit
    the_name_has_to_be_one_that_can_be_protected
    all_faults_of_the_request_are_told_together
    a_mode_has_to_fit_the_name
    the_account_has_to_be_a_customer_of_the_network
    a_name_has_one_service
    a_name_that_the_network_has_already_is_refused
    a_plan_has_to_have_a_price
    nothing_is_ordered_that_cannot_be_paid
    low_credit_is_told
    a_template_has_to_fit
    each_step_at_the_ledger_has_its_own_trouble
    trouble_of_the_network_comes_before_the_payment
}

fn it_is_paid_at_once_and_set_up_later() {
    let world = World::with_credit(10_000, 0);
    let ordered = world.done(&world.alpha, Outcome::ProtectionRequested, order("shop.test"));
    let dollars = |minor| Money::new(minor, world.alpha.account.currency);
    let receipt = ordered.receipt;
    assert_eq!(
        (receipt.amount, receipt.before, receipt.after),
        (dollars(500), dollars(10_000), dollars(9_500))
    );
    let protection = found(&world, "shop.test").unwrap();
    assert_eq!((protection.state, protection.mode), (ProtectionState::Requested, ProtectionMode::Ns));
    assert_eq!(protection.asked.as_ref().unwrap().client_id.as_deref(), Some("CL-1"));
    assert_eq!(record(&world, "shop.test"), None);
    let id = protection.id;
    let lines = read(&world.engine, move |store| store.entries_of(id.into()));
    let line = &lines[0];
    assert_eq!((lines.len(), line.kind, line.to), (1, EntryKind::Protect, Book::Revenue));
    assert_eq!((line.operation, line.years), (receipt.order, 0));
    assert_eq!(world.history(id), ["protection_create"]);
    world.assert_audit_clean();
}

fn a_name_below_a_registered_one_has_an_alias() {
    let world = World::new();
    assert_eq!(protect(&world, "blog.shop.test").mode, ProtectionMode::Cname);
}

fn a_template_hands_its_settings_on() {
    let world = World::new();
    let address = |last| IpAddr::V4(Ipv4Addr::new(192, 0, 2, last));
    let from = Create { upstreams: vec![address(1)], ..order("from.test") };
    world.done(&world.alpha, Outcome::ProtectionRequested, from);
    world.catch_up(10);
    let id = found(&world, "from.test").unwrap().id;
    let mark = MarkTemplate { name: name("from.test"), is_template: true };
    world.done(&world.alpha, Outcome::TemplateMarked, mark);

    let like_it = Create { template: Some(id), ..order("like-it.test") };
    world.done(&world.alpha, Outcome::ProtectionRequested, like_it);
    assert_eq!(found(&world, "like-it.test").unwrap().settings.upstreams, [address(1)]);
    let own = Create { template: Some(id), upstreams: vec![address(2)], ..order("own.test") };
    world.done(&world.alpha, Outcome::ProtectionRequested, own);
    assert_eq!(found(&world, "own.test").unwrap().settings.upstreams, [address(2)]);
    assert_eq!(found(&world, "from.test").unwrap().uses.count, 2);
}

fn what_is_free_needs_no_credit() {
    let world = World::with_credit(0, 0);
    bill(&world, SetBilling { party: Some(None), ..billing(&world) });
    let free = Create { plan: Some(Plan::Expert), cycle: Some(Cycle::Yearly), ..order("shop.test") };
    let ordered = world.done(&world.alpha, Outcome::ProtectionRequested, free);
    assert_eq!(ordered.receipt.amount.minor, 0);
}

fn the_name_has_to_be_one_that_can_be_protected() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::NameBeginsWithWww, order("www.shop.test"));
    for text in ["test", "shop.elsewhere", "a.b.shop.test"] {
        world.refused(&world.alpha, Outcome::NameNotProtectable, order(text));
    }
}

fn all_faults_of_the_request_are_told_together() {
    let world = World::new();
    let upstreams = vec![IpAddr::V4(Ipv4Addr::LOCALHOST); 3];
    let bad = Create { plan: None, cycle: None, upstreams, ..order("www.shop.test") };
    let refusals = world.refused(&world.alpha, Outcome::NameBeginsWithWww, bad);
    let missing = Outcome::SubscriptionMissing;
    assert_eq!(outcomes(&refusals)[1..], [missing, missing, Outcome::UpstreamsTooMany]);
}

fn a_mode_has_to_fit_the_name() {
    let world = World::new();
    let by_name_servers = |text| Create { mode: Some(ProtectionMode::Ns), ..order(text) };
    world.refused(&world.alpha, Outcome::ModeRefused, by_name_servers("blog.shop.test"));
    world.done(&world.alpha, Outcome::ProtectionRequested, by_name_servers("shop.test"));
    let by_alias = Create { mode: Some(ProtectionMode::Cname), ..order("other.test") };
    world.done(&world.alpha, Outcome::ProtectionRequested, by_alias);
    assert_eq!(found(&world, "other.test").unwrap().mode, ProtectionMode::Cname);
}

fn the_account_has_to_be_a_customer_of_the_network() {
    let world = World::new();
    bill(&world, SetBilling { customer: Some(None), ..billing(&world) });
    world.refused(&world.alpha, Outcome::CustomerMissing, order("shop.test"));
    bill(&world, SetBilling { customer: Some(Some(CustomerId(7))), ..billing(&world) });
    world.refused(&world.alpha, Outcome::CustomerUnknown, order("shop.test"));
}

fn a_name_has_one_service() {
    let world = World::new();
    protect(&world, "shop.test");
    world.refused(&world.alpha, Outcome::ProtectionTaken, order("shop.test"));
    world.refused(&world.bravo, Outcome::ProtectionTaken, order("shop.test"));
}

fn a_name_that_the_network_has_already_is_refused() {
    let world = World::new();
    protect(&world, "model.test");
    let there = engine::model::NetworkRecord {
        name: name("shop.test"),
        service: None,
        ..record(&world, "model.test").unwrap()
    };
    write(&world.engine, move |store| store.put_network_record(&there));
    world.refused(&world.alpha, Outcome::NetworkRecordExists, order("shop.test"));
    world.done(&world.bravo, Outcome::ProtectionRequested, order("shop.test"));
}

fn a_plan_has_to_have_a_price() {
    let world = World::new();
    let yearly = Create { plan: Some(Plan::Advanced), cycle: Some(Cycle::Yearly), ..order("shop.test") };
    let refusals = world.refused(&world.alpha, Outcome::PlanPriceMissing, yearly);
    assert_eq!(refusals.first().reason(), "the plan advanced has no yearly price in USD");
    world.refused(&world.charlie, Outcome::PriceMissing, order("shop.test"));
}

fn nothing_is_ordered_that_cannot_be_paid() {
    let world = World::with_credit(10_000, 0);
    refused_unpaid(&world, || order("shop.test"));
}

fn low_credit_is_told() {
    warned(&World::new(), order("shop.test"));
}

fn a_template_has_to_fit() {
    let world = World::new();
    let from = template(&world, "from.test").id;
    let with = |id, text| Create { template: Some(id), ..order(text) };
    let alpha = &world.alpha;
    world.refused(alpha, Outcome::TemplateUnknown, with(ProtectionId(7), "a.test"));
    world.refused(&world.bravo, Outcome::TemplateNotOwn, with(from, "a.test"));
    let advanced = Create { plan: Some(Plan::Advanced), ..with(from, "a.test") };
    world.refused(alpha, Outcome::TemplatePlanMismatch, advanced);
    let plain = protect(&world, "plain.test").id;
    world.refused(alpha, Outcome::TemplateUnusable, with(plain, "a.test"));
    for text in ["a.test", "b.test"] {
        world.done(alpha, Outcome::ProtectionRequested, with(from, text));
    }
    world.refused(alpha, Outcome::TemplateUsedUp, with(from, "c.test"));
    world.pass_days(1);
    world.done(alpha, Outcome::ProtectionRequested, with(from, "c.test"));
}

fn each_step_at_the_ledger_has_its_own_trouble() {
    let world = World::new();
    let silent = FaultKind::Unavailable(Port::Ledger);
    for (step, kind, outcome) in [
        (Some(Step::Credit), silent, Outcome::CreditUnreadable),
        (Some(Step::Balance), silent, Outcome::BalanceUnreadable),
        (None, silent, Outcome::LedgerUnavailable),
        (None, FaultKind::TimedOut(Port::Ledger), Outcome::LedgerUnavailable),
        (None, FaultKind::Internal, Outcome::LedgerFailed),
        (Some(Step::Balance), FaultKind::Internal, Outcome::LedgerFailed),
    ] {
        world.trouble.next(Port::Ledger, step, kind);
        assert_eq!(world.fails(&world.alpha, order("shop.test")), outcome);
        assert!(world.trouble.is_over(), "{outcome:?}");
    }
    world.trouble.next(Port::Invoices, None, FaultKind::Unavailable(Port::Invoices));
    assert_eq!(world.fails(&world.alpha, order("shop.test")), Outcome::InvoicesUnavailable);
    world.trouble.next(Port::Prices, None, FaultKind::TimedOut(Port::Prices));
    assert_eq!(world.fails(&world.alpha, order("shop.test")), Outcome::PricesUnavailable);
    world.done(&world.alpha, Outcome::ProtectionRequested, order("shop.test"));
    world.assert_audit_clean();
}

fn trouble_of_the_network_comes_before_the_payment() {
    let world = World::new();
    world.trouble.network(FaultKind::TimedOut(Port::Protection));
    assert_eq!(world.fails(&world.alpha, order("shop.test")), Outcome::ProtectionUnavailable);
    world.trouble.network(FaultKind::Internal);
    assert_eq!(world.fails(&world.alpha, order("shop.test")), Outcome::NetworkAnswerUnknown);
    assert!(world.trouble.is_over());
}
