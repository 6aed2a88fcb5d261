use engine::{
    Outcome,
    model::Goods,
    ops::{
        cart::{CheckOut, ItemChange, Remove, Update},
        order::{Ordered, Place, Waited},
    },
};

use super::{cart, put};
use crate::fixture::{World, create_domain, name};

cases! {
    success_shows_what_is_active
    success_takes_an_item_out_as_it_is_ordered
    refused_where_the_whole_cannot_be_paid
}

fn success_shows_what_is_active() {
    let world = World::new();
    let later = put(&world, &world.alpha, "shop.test");
    put(&world, &world.alpha, "else.test");
    let aside = ItemChange { id: later.id, years: None, renews: None, is_active: Some(false) };
    world.done(&world.alpha, Outcome::CartUpdated, Update { all_active: None, items: vec![aside] });
    let lines = world.found(&world.alpha, Outcome::CartListed, CheckOut);
    let titles: Vec<_> = lines.iter().map(|line| line.item.goods.title()).collect();
    assert_eq!(titles, ["else.test"]);
}

fn success_takes_an_item_out_as_it_is_ordered() {
    let world = World::new();
    let item = put(&world, &world.alpha, "shop.test");
    let order = || {
        let goods = Goods::Register(name("shop.test"));
        Place {
            line: Ordered { waited: Waited::InCart(item.id), ..Ordered::alone(goods, 1) },
            command: create_domain("shop.test"),
        }
    };
    world.done(&world.alpha, Outcome::DomainCreated, order());
    assert_eq!(cart(&world, &world.alpha), []);
    // A second order of the same item does not get as far as the domain.
    let renewed = put(&world, &world.alpha, "else.test");
    world.done(&world.alpha, Outcome::CartItemRemoved, Remove { id: renewed.id });
    let goods = Goods::Register(name("else.test"));
    let line = Ordered { waited: Waited::InCart(renewed.id), ..Ordered::alone(goods, 1) };
    let again = Place { line, command: create_domain("else.test") };
    world.refused(&world.alpha, Outcome::CartItemUnknown, again);
}

fn refused_where_the_whole_cannot_be_paid() {
    let world = World::with_credit(2_500, 0);
    for domain in ["a.test", "b.test", "c.test", "d.test"] {
        put(&world, &world.alpha, domain);
    }
    world.denied(&world.alpha, Outcome::CreditInsufficient, CheckOut);
}
