//! Carts.

pub(crate) mod add;
pub(crate) mod change;
pub(crate) mod check_out;

use engine::{
    Actor, Outcome,
    model::{CartItem, Goods},
    ops::cart::{Add, List},
};

use crate::fixture::{World, name};

/// A registration of two years, to be put into a cart.
fn registration(domain: &str) -> Add {
    of(Goods::Register(name(domain)), 2)
}

fn of(goods: Goods, years: u8) -> Add {
    Add { goods, years, renews: false, is_locked: true, sets_others_aside: false }
}

/// Puts a registration into a cart.
fn put(world: &World, actor: &Actor, domain: &str) -> CartItem {
    world.done(actor, Outcome::CartItemAdded, registration(domain)).item
}

/// What is in a cart: titles, and whether they are active.
fn cart(world: &World, actor: &Actor) -> Vec<(String, bool)> {
    let lines = world.found(actor, Outcome::CartListed, List);
    lines.into_iter().map(|line| (line.item.goods.title().to_owned(), line.item.is_active)).collect()
}
