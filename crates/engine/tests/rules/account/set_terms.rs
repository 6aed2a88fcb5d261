use engine::{
    Outcome,
    model::{DnsAllowance, Terms, Vat},
    ops::account::SetTerms,
};

use super::{clid, operator, stored};
use crate::fixture::World;

cases! {
    success_changes_what_is_named
    success_leaves_the_rest_and_takes_back
    refused_for_an_unknown_account
}

fn nothing(account: &str) -> SetTerms {
    SetTerms {
        clid: clid(account),
        credit_limit: None,
        price_list: None,
        vat: None,
        credit_warning: None,
        dns_zones: None,
        dns_rows: None,
    }
}

fn all() -> SetTerms {
    SetTerms {
        credit_limit: Some(900),
        price_list: Some(Some("gold".into())),
        vat: Vat::parse("21"),
        credit_warning: Some(Some(30)),
        dns_zones: Some(Some(5)),
        dns_rows: Some(Some(70)),
        ..nothing("ALPHA")
    }
}

fn success_changes_what_is_named() {
    let world = World::with_credit(100, 7);
    world.done(&operator(), Outcome::AccountUpdated, all());
    let account = stored(&world, "ALPHA");
    assert_eq!(account.credit_limit, 900);
    let vat = Vat::of_basis_points(2_100).unwrap();
    let dns = DnsAllowance { zones: Some(5), rows: Some(70) };
    let terms = Terms { price_list: Some("gold".into()), vat, credit_warning: Some(30), dns };
    assert_eq!(account.terms, terms);
    assert_eq!((world.balance(&world.alpha), world.left(&world.alpha)), (100, 1_000));
}

fn success_leaves_the_rest_and_takes_back() {
    let world = World::new();
    world.done(&operator(), Outcome::AccountUpdated, all());
    let before = stored(&world, "ALPHA");
    world.done(&operator(), Outcome::AccountUpdated, nothing("ALPHA"));
    assert_eq!(stored(&world, "ALPHA"), before);
    let plain = SetTerms {
        price_list: Some(None),
        vat: Some(Vat::default()),
        credit_warning: Some(None),
        dns_zones: Some(None),
        dns_rows: Some(None),
        ..nothing("ALPHA")
    };
    world.done(&operator(), Outcome::AccountUpdated, plain);
    assert_eq!(stored(&world, "ALPHA").terms, Terms::default());
    assert_eq!(stored(&world, "ALPHA").credit_limit, 900);
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.refused(&operator(), Outcome::AccountUnknown, nothing("NOBODY"));
}
