//! Tax on prices.

use engine::{
    Outcome,
    model::Book,
    ops::{account::SetTerms, domain::TransferApprove},
};

use super::{lines, sides, terms, vat, with_terms};
use crate::fixture::{World, create_domain, name, transfer_of};

cases! {
    a_price_and_its_tax_are_two_lines_of_one_operation
    a_session_pays_by_the_terms_of_the_day
    a_transfer_is_taxed_at_the_rate_of_its_request
    without_tax_there_is_one_line
    the_price_that_is_refused_is_the_whole
}

fn a_price_and_its_tax_are_two_lines_of_one_operation() {
    let world = World::with_credit(5_000, 0);
    let taxed = with_terms(&world, SetTerms { vat: Some(vat("21")), ..terms(&world.alpha) });
    world.register(&taxed, "shop.test");
    let lines = lines(&world, "shop.test");
    assert_eq!(sides(&lines), [(None, Some(Book::Revenue), 1_000), (None, Some(Book::Tax), 210)]);
    assert_eq!(lines[0].operation, lines[1].operation);
    assert_eq!((lines[0].years, lines[1].years), (1, 0));
    assert_eq!(world.balance(&taxed), 5_000 - 1_210);
    world.assert_audit_clean();
}

/// The actor is the account as it was when its session began.
fn a_session_pays_by_the_terms_of_the_day() {
    let world = World::with_credit(5_000, 0);
    world.register(&world.alpha, "before.test");
    with_terms(&world, SetTerms { vat: Some(vat("20")), ..terms(&world.alpha) });
    world.register(&world.alpha, "after.test");
    assert_eq!(sides(&lines(&world, "before.test")), [(None, Some(Book::Revenue), 1_000)]);
    let taxed = [(None, Some(Book::Revenue), 1_000), (None, Some(Book::Tax), 200)];
    assert_eq!(sides(&lines(&world, "after.test")), taxed);
    world.assert_audit_clean();
}

fn a_transfer_is_taxed_at_the_rate_of_its_request() {
    let world = World::with_credit(5_000, 0);
    let taxed = with_terms(&world, SetTerms { vat: Some(vat("10")), ..terms(&world.bravo) });
    world.register(&world.alpha, "shop.test");
    world.done(&taxed, Outcome::TransferRequested, transfer_of("shop.test"));
    with_terms(&world, SetTerms { vat: Some(vat("50")), ..terms(&world.bravo) });
    world.done(&world.alpha, Outcome::TransferApproved, TransferApprove { name: name("shop.test") });
    let lines = lines(&world, "shop.test");
    assert_eq!(sides(&lines[1..]), [(None, Some(Book::Revenue), 900), (None, Some(Book::Tax), 90)]);
    assert_eq!(world.balance(&taxed), 5_000 - 990);
    world.assert_audit_clean();
}

fn without_tax_there_is_one_line() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    assert_eq!(sides(&lines(&world, "shop.test")), [(None, Some(Book::Revenue), 1_000)]);
}

/// One that covers the price alone does not do, and nothing of it is taken.
fn the_price_that_is_refused_is_the_whole() {
    let world = World::with_credit(1_209, 0);
    let taxed = with_terms(&world, SetTerms { vat: Some(vat("21")), ..terms(&world.alpha) });
    let refusals = world.refused(&taxed, Outcome::CreditInsufficient, create_domain("shop.test"));
    let reason = refusals.first().reason();
    assert!(reason.contains("12.10 USD") && reason.contains("12.09 USD"), "{reason}");
    world.register(&world.bravo, "shop.test");
}
