//! Lines that are not submitted yet, and lines that are asked for anew.

use engine::{
    Outcome,
    model::{Goods, LineKey, OperationId, Secret, TransferState},
    ops::order::{Amend, Info, Keep, Note, OrderStanding, Ordered, OrderedLine, Place, Waited, Withdraw},
};

use crate::fixture::{World, name, transfer_of};

cases! {
    success_keeps_what_is_said_last
    success_submits_a_line_once
    success_asks_anew_for_what_was_refused
    success_withdraws_all_or_none
    refused_for_what_does_not_wait
    refused_for_others
}

const ORDER: OperationId = OperationId(64);

fn line(place: u32, domain: &str, waited: Waited) -> Ordered {
    Ordered { order: Some(ORDER), place, goods: Goods::Transfer(name(domain)), years: 1, waited }
}

/// ALPHA keeps a line for a domain.
fn kept(world: &World, place: u32, domain: &str) -> LineKey {
    let line = line(place, domain, Waited::Nowhere);
    world.done(&world.alpha, Outcome::OrderKept, Keep { line, words: Secret::new("SLD1=shop") });
    (ORDER, place)
}

fn looked_at(world: &World, order: OperationId) -> Vec<OrderedLine> {
    world.found(&world.alpha, Outcome::OrderFound, Info { order })
}

fn words(one: &OrderedLine) -> Option<&str> {
    one.words.as_ref().map(Secret::expose)
}

fn amend(key: LineKey) -> Amend {
    Amend { key, words: Secret::new("SLD1=else") }
}

fn success_keeps_what_is_said_last() {
    let world = World::new();
    let before = world.balance(&world.alpha);
    let key = kept(&world, 1, "shop.test");
    assert_eq!(words(&looked_at(&world, ORDER)[0]), Some("SLD1=shop"));
    world.done(&world.alpha, Outcome::OrderAmended, amend(key));
    let found = looked_at(&world, ORDER).remove(0);
    assert_eq!((words(&found), &found.standing), (Some("SLD1=else"), &OrderStanding::Kept));
    assert_eq!((found.line.amount.minor, world.balance(&world.alpha)), (0, before));
}

fn success_submits_a_line_once() {
    let world = World::new();
    world.register(&world.bravo, "shop.test");
    let key = kept(&world, 1, "shop.test");
    let line = line(1, "shop.test", Waited::InOrder(key));
    let submit = Place { line, command: transfer_of("shop.test") };
    world.done(&world.alpha, Outcome::TransferRequested, submit.clone());
    let found = looked_at(&world, ORDER);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].standing, OrderStanding::Transfer(TransferState::Pending));
    assert!(found[0].line.amount.minor > 0 && found[0].words.is_none());
    world.refused(&world.alpha, Outcome::OrderLineOver, submit);
}

fn success_asks_anew_for_what_was_refused() {
    let world = World::new();
    world.register(&world.bravo, "shop.test");
    let key = kept(&world, 1, "shop.test");
    let locked = Note {
        line: line(1, "shop.test", Waited::InOrder(key)),
        refused: Outcome::StatusProhibits,
        words: Some(Secret::new("SLD1=shop")),
    };
    world.done(&world.alpha, Outcome::OrderNoted, locked);
    let found = looked_at(&world, ORDER).remove(0);
    assert_eq!(found.standing, OrderStanding::Refused("status_prohibits".to_owned()));
    assert_eq!(words(&found), Some("SLD1=shop"));

    let again = OperationId(128);
    let line = Ordered { order: Some(again), ..line(1, "shop.test", Waited::InOrder(key)) };
    let again_asked = Place { line, command: transfer_of("shop.test") };
    world.done(&world.alpha, Outcome::TransferRequested, again_asked.clone());
    assert!(looked_at(&world, ORDER)[0].words.is_none(), "it is asked for anew once");
    assert_eq!(looked_at(&world, again)[0].standing, OrderStanding::Transfer(TransferState::Pending));
    world.refused(&world.alpha, Outcome::OrderLineOver, again_asked);
}

fn success_withdraws_all_or_none() {
    let world = World::new();
    let lines = vec![kept(&world, 1, "a.test"), kept(&world, 2, "b.test")];
    let more = lines.iter().copied().chain([(ORDER, 3)]).collect();
    world.refused(&world.alpha, Outcome::OrderLineOver, Withdraw { lines: more });
    assert!(looked_at(&world, ORDER).iter().all(|one| one.standing == OrderStanding::Kept));
    world.done(&world.alpha, Outcome::OrderWithdrawn, Withdraw { lines });
    let withdrawn = OrderStanding::Refused("order_withdrawn".to_owned());
    assert!(looked_at(&world, ORDER).iter().all(|one| one.standing == withdrawn && one.words.is_none()));
}

fn refused_for_what_does_not_wait() {
    let world = World::new();
    let key = kept(&world, 1, "shop.test");
    let locked = Note {
        line: line(1, "shop.test", Waited::InOrder(key)),
        refused: Outcome::StatusProhibits,
        words: Some(Secret::new("SLD1=shop")),
    };
    world.done(&world.alpha, Outcome::OrderNoted, locked.clone());
    // What was refused can be asked for anew, and neither changed nor withdrawn.
    world.refused(&world.alpha, Outcome::OrderLineOver, amend(key));
    world.refused(&world.alpha, Outcome::OrderLineOver, Withdraw { lines: vec![key] });
    world.done(&world.alpha, Outcome::OrderNoted, Note { words: None, ..locked.clone() });
    world.refused(&world.alpha, Outcome::OrderLineOver, locked);
    for lines in [vec![(OperationId(7), 1)], vec![(OperationId(7), 2)]] {
        world.refused(&world.alpha, Outcome::OrderUnknown, amend(lines[0]));
        world.refused(&world.alpha, Outcome::OrderUnknown, Withdraw { lines });
    }
}

fn refused_for_others() {
    let world = World::new();
    let key = kept(&world, 1, "shop.test");
    world.refused(&world.bravo, Outcome::OrderOfAnother, amend(key));
    world.refused(&world.bravo, Outcome::OrderOfAnother, Withdraw { lines: vec![key] });
    let line = line(1, "shop.test", Waited::InOrder(key));
    let note = Note { line, refused: Outcome::DomainUnknown, words: None };
    world.refused(&world.bravo, Outcome::OrderOfAnother, note);
}
