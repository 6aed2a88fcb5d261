use engine::{
    Outcome,
    model::Goods,
    ops::{
        certificate::Order,
        order::{Info, OfCertificates, OrderStanding, Ordered, Place},
    },
};

use crate::{certificate::class, fixture::World};

cases! {
    success_tells_the_order_of_each_that_has_one
}

fn success_tells_the_order_of_each_that_has_one() {
    let world = World::new();
    let dv = || Order { class: class("dv"), years: 1, request: None, controls: None };
    let line = Ordered::alone(Goods::Certificate(class("dv")), 1);
    let ordered = Place { line, command: dv() };
    let (bought, cost) = world.done(&world.alpha, Outcome::CertificateOrdered, ordered);
    let alone = world.done(&world.alpha, Outcome::CertificateOrdered, dv());
    let certificates = vec![bought.order.certificate, alone.order.certificate];
    let ask = OfCertificates { certificates };
    let found = world.found(&world.alpha, Outcome::OrdersListed, ask.clone());
    let [(certificate, order)] = found[..] else { panic!("one was ordered: {found:?}") };
    assert_eq!(certificate, bought.order.certificate);
    assert!(world.found(&world.bravo, Outcome::OrdersListed, ask).is_empty());

    let lines = world.found(&world.alpha, Outcome::OrderFound, Info { order });
    assert_eq!((lines[0].line.amount, &lines[0].standing), (cost, &OrderStanding::Done));
    assert_eq!(lines[0].line.goods.title(), "DV");
}
