//! Where a price comes from.

use engine::{
    Actor, Outcome,
    ledger::{Order, quote},
    ops::{
        account::SetTerms,
        domain::{Create, Renew},
    },
    policy::Priced,
};

use super::{terms, vat, with_terms};
use crate::fixture::{World, create_domain, name, transfer_of, years};

cases! {
    by_the_number_of_years
    the_price_list_of_the_account_goes_before_the_zone
    a_price_list_that_the_zone_has_not_changes_nothing
    a_premium_name_goes_before_both
    what_a_tier_leaves_out_costs_what_it_does_for_any_name
    a_premium_name_is_not_for_sale_in_other_currencies
    what_is_quoted_is_what_is_billed
}

/// What an order costs in smallest units, tax included.
fn price(world: &World, actor: &Actor, domain: &str, what: Priced, years: u8) -> i64 {
    let zone = world.engine.policies().zone(&name("priced.test")).unwrap();
    let (name, zone) = (name(domain), zone.as_ref());
    quote(&actor.account, Order { zone, name: &name, what, years }).unwrap().fee.gross().minor
}

fn gold(world: &World) -> Actor {
    with_terms(world, SetTerms { price_list: Some(Some("gold".into())), ..terms(&world.alpha) })
}

fn by_the_number_of_years() {
    let world = World::new();
    let create = |years| price(&world, &world.alpha, "shop.priced.test", Priced::Create, years);
    assert_eq!([1, 2, 4, 5, 10].map(create), [1_000, 1_500, 3_500, 3_000, 8_000]);
    assert_eq!(price(&world, &world.alpha, "shop.priced.test", Priced::AutoRenew, 1), 800);
    assert_eq!(price(&world, &world.alpha, "shop.priced.test", Priced::Transfer, 0), 900);
}

fn the_price_list_of_the_account_goes_before_the_zone() {
    let world = World::new();
    let gold = gold(&world);
    let price = |what, years| price(&world, &gold, "shop.priced.test", what, years);
    assert_eq!([price(Priced::Create, 2), price(Priced::Renew, 2)], [1_400, 1_600]);
}

fn a_price_list_that_the_zone_has_not_changes_nothing() {
    let world = World::with_credit(1_000, 0);
    let gold = gold(&world);
    world.register(&gold, "shop.test");
    assert_eq!(world.left(&gold), 0);
}

fn a_premium_name_goes_before_both() {
    let world = World::new();
    for actor in [&world.alpha, &gold(&world)] {
        let renew = |years| price(&world, actor, "casino.priced.test", Priced::Renew, years);
        assert_eq!([1, 2, 3].map(renew), [10_000, 20_000, 25_000]);
        assert_eq!(price(&world, actor, "bücher.priced.test", Priced::Create, 2), 200_000);
        assert_ne!(price(&world, actor, "casinos.priced.test", Priced::Create, 2), 200_000);
    }
    let (zone, name) =
        (world.engine.policies().zone(&name("priced.test")).unwrap(), name("casino.priced.test"));
    let order = Order { zone, name: &name, what: Priced::Restore, years: 1 };
    assert_eq!(quote(&world.alpha.account, order).unwrap().tier, Some("exquisite"));
}

fn what_a_tier_leaves_out_costs_what_it_does_for_any_name() {
    let world = World::new();
    assert_eq!(price(&world, &world.alpha, "casino.priced.test", Priced::Restore, 1), 4_000);
}

fn a_premium_name_is_not_for_sale_in_other_currencies() {
    let world = World::new();
    world.refused(&world.charlie, Outcome::PriceMissing, create_domain("casino.priced.test"));
    world.register(&world.charlie, "shop.priced.test");
}

fn what_is_quoted_is_what_is_billed() {
    let world = World::new();
    let taxed = with_terms(&world, SetTerms { vat: Some(vat("19")), ..terms(&world.alpha) });
    let mut left = world.left(&taxed);
    let mut spent = |actor: &Actor, what, domain: &str, years| {
        left -= price(&world, actor, domain, what, years);
        assert_eq!(world.left(&taxed), left, "{what:?}");
    };
    for domain in ["shop.priced.test", "casino.priced.test"] {
        world.done(&taxed, Outcome::DomainCreated, Create { period: years(3), ..create_domain(domain) });
        spent(&taxed, Priced::Create, domain, 3);
        let renew = Renew { name: name(domain), current_expiry: None, period: years(4) };
        world.done(&taxed, Outcome::DomainRenewed, renew);
        spent(&taxed, Priced::Renew, domain, 4);
    }
    world.register(&world.bravo, "other.priced.test");
    world.done(&taxed, Outcome::TransferCompleted, transfer_of("other.priced.test"));
    spent(&taxed, Priced::Transfer, "other.priced.test", 0);
    world.assert_audit_clean();
}
