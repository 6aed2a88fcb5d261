//! Invoices for what is paid, and what has to be in order before.

use engine::{
    Command, FaultKind, Outcome,
    model::{Entry, EntryKind, InvoiceNumber, Money, VatNumber},
    ops::{
        account::{Movement, SetBilling, SetTerms, Statement},
        domain::{Delete, Renew, Restore, TradeRequest, TransferApprove},
    },
    ports::Port,
};

use super::{lines, terms, vat, with_terms};
use crate::{
    fixture::{World, create_domain, handle, name, party, read, transfer_of},
    protection::{bill, billing, hindrances, in_order},
};

cases! {
    each_payment_has_an_invoice_for_its_lines
    numbers_are_counted_by_account_and_year
    a_refund_has_an_invoice_of_its_own
    a_hold_has_its_invoice_when_it_is_paid
    a_creation_needs_a_credit_in_order
    a_renewal_needs_a_credit_in_order
    a_restoration_needs_a_credit_in_order
    a_transfer_needs_a_credit_in_order
    a_trade_needs_a_credit_in_order
    what_is_renewed_by_the_server_needs_it_too
    a_reverse_charge_needs_a_tax_number_of_the_country
    an_invoice_that_cannot_be_made_stops_the_payment
    a_statement_tells_movements
}

fn number(world: &World, domain: &str) -> Vec<Option<InvoiceNumber>> {
    lines(world, domain).iter().map(|line| line.invoice).collect()
}

fn invoice(world: &World, line: &Entry) -> engine::model::Invoice {
    let (account, number) = (world.alpha.id(), line.invoice.unwrap());
    read(&world.engine, move |store| store.invoice(account, number)).unwrap()
}

/// The first number of a year, and those after it.
fn of_2027(count: i64) -> Option<InvoiceNumber> {
    Some(InvoiceNumber::from_store(2_027_000_000_000 + count))
}

fn each_payment_has_an_invoice_for_its_lines() {
    let world = World::new();
    let taxed = with_terms(&world, SetTerms { vat: Some(vat("21")), ..terms(&world.alpha) });
    world.register(&taxed, "shop.test");
    let lines = lines(&world, "shop.test");
    assert_eq!(number(&world, "shop.test"), [of_2027(1), of_2027(1)]);
    let draft = invoice(&world, &lines[0]).draft;
    assert_eq!((draft.kind, draft.years, draft.corrects), (EntryKind::Create, 1, None));
    assert_eq!((draft.fee.net.minor, draft.fee.tax.minor), (1_000, 210));
    assert_eq!((Some(draft.object), draft.operation), (lines[0].object, lines[0].operation));
    let id = draft.party;
    assert_eq!(read(&world.engine, move |store| store.party(id)), Some(party()));
    world.assert_audit_clean();
}

fn numbers_are_counted_by_account_and_year() {
    let world = World::new();
    world.register(&world.alpha, "one.test");
    world.register(&world.bravo, "other.test");
    world.register(&world.alpha, "two.test");
    assert_eq!(number(&world, "other.test"), [of_2027(1)]);
    assert_eq!(number(&world, "two.test"), [of_2027(2)]);
    world.set_clock(crate::fixture::day("2028-01-01"));
    world.register(&world.alpha, "next.test");
    assert_eq!(number(&world, "next.test"), [Some(InvoiceNumber::from_store(2_028_000_000_001))]);
    world.assert_audit_clean();
}

fn a_refund_has_an_invoice_of_its_own() {
    let world = World::new();
    let taxed = with_terms(&world, SetTerms { vat: Some(vat("21")), ..terms(&world.alpha) });
    world.register(&taxed, "shop.test");
    world.pass_days(6);
    let renew = Renew { name: name("shop.test"), current_expiry: None, period: None };
    world.done(&taxed, Outcome::DomainRenewed, renew);
    // Where a party was taken away since, the old one is good for what concerns it.
    bill(&world, SetBilling { party: Some(None), ..billing(&world) });
    world.done(&taxed, Outcome::DomainDeletePending, Delete { name: name("shop.test") });
    let lines = lines(&world, "shop.test");
    let draft = invoice(&world, lines.last().unwrap()).draft;
    assert_eq!((draft.kind, draft.corrects), (EntryKind::Refund, of_2027(2)));
    assert_eq!((draft.fee.net.minor, draft.fee.tax.minor), (-800, -168));
    assert_eq!(lines.iter().map(|line| line.invoice).collect::<Vec<_>>()[2..], [2, 2, 3, 3].map(of_2027));
    world.assert_audit_clean();
}

fn a_hold_has_its_invoice_when_it_is_paid() {
    let world = World::new();
    world.register(&world.bravo, "shop.test");
    world.done(&world.alpha, Outcome::TransferRequested, transfer_of("shop.test"));
    bill(&world, SetBilling { party: Some(None), ..billing(&world) });
    world.done(&world.bravo, Outcome::TransferApproved, TransferApprove { name: name("shop.test") });
    let line = lines(&world, "shop.test").pop().unwrap();
    assert_eq!((line.kind, line.invoice), (EntryKind::Transfer, of_2027(1)));
    let id = invoice(&world, &line).draft.party;
    assert_eq!(read(&world.engine, move |store| store.party(id)), Some(party()));
    world.assert_audit_clean();
}

/// Looks that a command of ALPHA is refused for each reason why it cannot pay.
#[track_caller]
fn needs_credit<C: Command>(world: &World, command: impl Fn() -> C) {
    for (outcome, change) in hindrances(world) {
        bill(world, change);
        world.refused(&world.alpha, outcome, command());
        bill(world, in_order(world));
    }
    world.command(&world.alpha, command()).unwrap();
}

fn a_creation_needs_a_credit_in_order() {
    needs_credit(&World::new(), || create_domain("shop.test"));
}

fn a_renewal_needs_a_credit_in_order() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    needs_credit(&world, || Renew { name: name("shop.test"), current_expiry: None, period: None });
}

fn a_restoration_needs_a_credit_in_order() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    needs_credit(&world, || Restore { name: name("shop.test"), is_reported: false });
}

fn a_transfer_needs_a_credit_in_order() {
    let world = World::new();
    world.register(&world.bravo, "shop.test");
    needs_credit(&world, || transfer_of("shop.test"));
}

fn a_trade_needs_a_credit_in_order() {
    let world = World::new();
    world.enrol(&world.alpha, "JOHN");
    world.register(&world.alpha, "shop.test");
    needs_credit(&world, || TradeRequest { name: name("shop.test"), to: handle("JOHN") });
}

fn what_is_renewed_by_the_server_needs_it_too() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    bill(&world, SetBilling { party: Some(None), ..billing(&world) });
    world.advance_days(366);
    assert!(world.told(&world.alpha).iter().any(|event| event.name() == "domain_renewal_unpaid"));
}

fn a_reverse_charge_needs_a_tax_number_of_the_country() {
    let world = World::new();
    let taxed = with_terms(&world, SetTerms { vat: Some(vat("21")), ..terms(&world.alpha) });
    let number = |text: &str| {
        let party = engine::model::Party { tax_number: VatNumber::parse(text), ..party() };
        bill(&world, SetBilling { party: Some(Some(party)), reverse_charge: Some(true), ..billing(&world) });
    };
    number("CZ12345678");
    let refusals = world.refused(&taxed, Outcome::TaxSettingsWrong, create_domain("shop.test"));
    assert!(refusals.first().reason().contains("another country"), "{}", refusals.first().reason());
    number("GB123456789");
    world.register(&taxed, "shop.test");
    assert_eq!(lines(&world, "shop.test").len(), 1, "no tax is charged");
    world.assert_audit_clean();
}

fn an_invoice_that_cannot_be_made_stops_the_payment() {
    let world = World::new();
    world.trouble.next(Port::Invoices, None, FaultKind::TimedOut(Port::Invoices));
    assert_eq!(world.fails(&world.alpha, create_domain("shop.test")), Outcome::InvoicesUnavailable);
    world.register(&world.alpha, "shop.test");
}

/// What a movement says, in short.
fn essence(movement: &Movement) -> (i64, Option<InvoiceNumber>, bool, Option<&str>) {
    (movement.amount.minor, movement.invoice, movement.blocked, movement.name.as_deref())
}

fn a_statement_tells_movements() {
    let world = World::with_credit(10_000, 0);
    let taxed = with_terms(&world, SetTerms { vat: Some(vat("10")), ..terms(&world.alpha) });
    world.register(&taxed, "shop.test");
    world.register(&world.bravo, "other.test");
    world.done(&taxed, Outcome::TransferRequested, transfer_of("other.test"));
    let clid = world.alpha.account.clid.clone();
    let whole = |newest_first, from| Statement {
        clid: clid.clone(),
        from,
        until: None,
        newest_first,
        after: None,
        most: 100,
    };
    let page = world.found(&world.alpha, Outcome::StatementTold, whole(false, None));
    let movements = page.movements();
    let expected = [
        (10_000, None, false, None),
        (-1_100, of_2027(1), false, Some("shop.test")),
        (-990, None, true, Some("other.test")),
    ];
    assert_eq!(movements.iter().map(essence).collect::<Vec<_>>(), expected);
    let paid = &movements[1];
    assert_eq!((paid.kind, paid.years, paid.at), (EntryKind::Create, 1, world.now()));
    assert_eq!(paid.amount, Money::new(-1_100, world.alpha.account.currency));

    let back = world.found(&world.alpha, Outcome::StatementTold, whole(true, None));
    let [first, last] = [0, 1].map(|place| back.movements()[place].clone());
    assert_eq!((first, last), (movements[1].clone(), movements[0].clone()));
    let later = Some(world.now().plus_days(1));
    assert!(world.found(&world.alpha, Outcome::StatementTold, whole(false, later)).movements().is_empty());
}
