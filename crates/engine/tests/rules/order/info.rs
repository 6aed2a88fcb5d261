use engine::{
    Outcome,
    model::{Goods, OperationId, TransferState},
    ops::{
        domain::{TransferCancel, TransferReject},
        order::{Info, List, OrderStanding, OrderedLine},
    },
};

use super::{registration, transfer};
use crate::fixture::{World, name};

cases! {
    success_tells_what_was_ordered_and_what_it_cost
    success_follows_a_transfer_to_its_end
    success_leaves_nothing_behind_where_the_command_is_refused
    refused_for_what_is_no_order
    refused_for_others
}

/// The only line that ALPHA ordered.
fn only(world: &World) -> OrderedLine {
    let list = List {
        name: None,
        product: None,
        from: engine::model::Instant::from_millis(0),
        until: world.now().plus_days(1),
        window: engine::model::Window { first: 0, limit: 10 },
    };
    let mut rows = world.found(&world.alpha, Outcome::OrdersListed, list).rows;
    assert_eq!(rows.len(), 1);
    rows.remove(0)
}

fn looked_at(world: &World) -> OrderedLine {
    let order = only(world).line.order;
    world.found(&world.alpha, Outcome::OrderFound, Info { order }).remove(0)
}

fn success_tells_what_was_ordered_and_what_it_cost() {
    let world = World::new();
    let before = world.balance(&world.alpha);
    let (created, cost) = world.done(&world.alpha, Outcome::DomainCreated, registration("shop.test"));
    assert_eq!(before - world.balance(&world.alpha), cost.minor);
    assert!(cost.minor > 0);
    let found = looked_at(&world);
    assert_eq!((found.line.goods, found.line.years), (Goods::Register(name("shop.test")), 2));
    assert_eq!((found.line.amount, found.standing), (cost, OrderStanding::Done));
    assert_eq!(found.expires_at, Some(created.expires_at));
}

fn success_follows_a_transfer_to_its_end() {
    for (ends, state) in [
        (None, TransferState::Pending),
        (Some(true), TransferState::ClientRejected),
        (Some(false), TransferState::ClientCancelled),
    ] {
        let world = World::new();
        world.register(&world.bravo, "shop.test");
        world.done(&world.alpha, Outcome::TransferRequested, transfer("shop.test"));
        let name = name("shop.test");
        match ends {
            Some(true) => {
                drop(world.done(&world.bravo, Outcome::TransferRejected, TransferReject { name }));
            }
            Some(false) => {
                drop(world.done(&world.alpha, Outcome::TransferCancelled, TransferCancel { name }));
            }
            None => {}
        }
        let found = looked_at(&world);
        assert_eq!(found.standing, OrderStanding::Transfer(state));
        assert_eq!(found.expires_at, None);
        // What is only set aside is told as well.
        assert!(found.line.amount.minor > 0);
    }
}

fn success_leaves_nothing_behind_where_the_command_is_refused() {
    let world = World::new();
    world.register(&world.bravo, "shop.test");
    world.refused(&world.alpha, Outcome::DomainTaken, registration("shop.test"));
    world.done(&world.alpha, Outcome::DomainCreated, registration("else.test"));
    assert_eq!(only(&world).line.goods.title(), "else.test");
}

fn refused_for_what_is_no_order() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::OrderUnknown, Info { order: OperationId(7) });
}

fn refused_for_others() {
    let world = World::new();
    world.done(&world.alpha, Outcome::DomainCreated, registration("shop.test"));
    let order = only(&world).line.order;
    world.denied(&world.bravo, Outcome::OrderOfAnother, Info { order });
}
