use engine::{
    Outcome,
    model::{CartItemId, Goods, OperationId},
    ops::order::{Info, Note, OrderStanding, Ordered, Waited},
};

use crate::fixture::{World, name};

cases! {
    success_keeps_why_it_was_refused
    refused_where_another_order_took_it
}

fn success_keeps_why_it_was_refused() {
    let world = World::new();
    let order = OperationId(1);
    let line = |place, domain: &str| Ordered {
        order: Some(order),
        place,
        goods: Goods::Transfer(name(domain)),
        years: 1,
        waited: Waited::Nowhere,
    };
    let note = |place, domain, refused| Note { line: line(place, domain), refused, words: None };
    world.done(&world.alpha, Outcome::OrderNoted, note(1, "a.test", Outcome::AuthinfoWrong));
    world.done(&world.alpha, Outcome::OrderNoted, note(2, "b.test", Outcome::DomainUnknown));
    let lines = world.found(&world.alpha, Outcome::OrderFound, Info { order });
    let told: Vec<_> =
        lines.into_iter().map(|one| (one.line.goods.title().to_owned(), one.standing)).collect();
    let refused = |why: &str| OrderStanding::Refused(why.to_owned());
    assert_eq!(
        told,
        [("a.test".to_owned(), refused("authinfo_wrong")), ("b.test".to_owned(), refused("domain_unknown"))]
    );
}

fn refused_where_another_order_took_it() {
    let world = World::new();
    for (waited, gone) in [
        (Waited::InCart(CartItemId(7)), Outcome::CartItemUnknown),
        (Waited::InOrder((OperationId(7), 1)), Outcome::OrderUnknown),
    ] {
        let line = Ordered { waited, ..Ordered::alone(Goods::Renew(name("a.test")), 1) };
        world.refused(&world.alpha, gone, Note { line, refused: Outcome::NotSponsor, words: None });
    }
}
