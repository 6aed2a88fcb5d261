use engine::{Outcome, ops::domain::Price, policy::Priced};

use crate::fixture::{World, name, years};

cases! {
    success_by_years
    success_of_a_premium_name
    success_leaves_out_what_has_no_price
    refused_outside_the_zones
}

fn price(text: &str) -> Price {
    Price { name: name(text), period: None }
}

fn success_by_years() {
    let world = World::new();
    let tag = world.glanced(Outcome::PricesTold, Price { period: years(3), ..price("shop.test") });
    let minor = |what| tag.fee(what).map(|fee| fee.net.minor);
    let all = [Priced::Create, Priced::Renew, Priced::Transfer, Priced::Restore, Priced::Trade].map(minor);
    assert_eq!(all, [3_000, 2_400, 900, 4_000, 1_200].map(Some));
    assert_eq!(tag.tier, None);
}

fn success_of_a_premium_name() {
    let world = World::new();
    let tag = world.glanced(Outcome::PricesTold, price("casino.priced.test"));
    assert_eq!(tag.tier.as_deref(), Some("exquisite"));
    assert_eq!(tag.fee(Priced::Create).map(|fee| fee.net.minor), Some(100_000));
}

fn success_leaves_out_what_has_no_price() {
    let world = World::new();
    let tag = world.glanced(Outcome::PricesTold, price("shop.free.test"));
    assert_eq!((tag.fee(Priced::Trade), tag.fee(Priced::Create).is_some()), (None, true));
}

fn refused_outside_the_zones() {
    let world = World::new();
    world.glance_refused(Outcome::ZoneUnknown, price("shop.example"));
    world.glance_refused(Outcome::NameNotRegistrable, price("test"));
}
