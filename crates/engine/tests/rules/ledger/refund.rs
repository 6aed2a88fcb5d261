//! Paying back.

use engine::{
    Outcome,
    model::{Book, EntryKind},
    ops::{
        account::SetTerms,
        domain::{Delete, Renew},
    },
};

use super::{lines, sides, terms, vat, with_terms};
use crate::fixture::{World, name, read};

cases! {
    the_tax_is_paid_back_with_the_price
    only_what_the_grace_period_stands_for_is_paid_back
}

fn the_tax_is_paid_back_with_the_price() {
    let world = World::with_credit(5_000, 0);
    let taxed = with_terms(&world, SetTerms { vat: Some(vat("21")), ..terms(&world.alpha) });
    world.register(&taxed, "shop.test");
    let object = world.view("shop.test").domain.id.into();
    world.done(&taxed, Outcome::DomainDeleted, Delete { name: name("shop.test") });
    assert_eq!(world.balance(&taxed), 5_000);

    let all = read(&world.engine, move |store| store.entries_of(object));
    let (paid, back) = all.split_at(2);
    assert_eq!(sides(back), [(Some(Book::Revenue), None, 1_000), (Some(Book::Tax), None, 210)]);
    for (line, undone) in back.iter().zip(paid) {
        assert_eq!((line.kind, line.reverses), (EntryKind::Refund, Some(undone.id)));
    }
    world.assert_audit_clean();
}

/// The rate of today has nothing to do with what was paid then.
fn only_what_the_grace_period_stands_for_is_paid_back() {
    let world = World::with_credit(5_000, 0);
    let taxed = with_terms(&world, SetTerms { vat: Some(vat("10")), ..terms(&world.alpha) });
    world.register(&taxed, "shop.test");
    world.pass_days(6);
    let renew = Renew { name: name("shop.test"), current_expiry: None, period: None };
    world.done(&taxed, Outcome::DomainRenewed, renew);
    assert_eq!(world.balance(&taxed), 5_000 - 1_100 - 880);
    let taxed = with_terms(&world, SetTerms { vat: Some(vat("0")), ..terms(&world.alpha) });
    world.done(&taxed, Outcome::DomainDeletePending, Delete { name: name("shop.test") });
    assert_eq!(world.balance(&taxed), 5_000 - 1_100);
    assert_eq!(lines(&world, "shop.test").len(), 6);
    world.assert_audit_clean();
}
