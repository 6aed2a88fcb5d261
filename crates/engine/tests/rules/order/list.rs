use engine::{
    Outcome,
    model::{Instant, Product, Window},
    ops::order::List,
};

use super::{registration, transfer};
use crate::fixture::{World, name};

cases! {
    success_lists_by_age_what_fits
}

fn success_lists_by_age_what_fits() {
    let world = World::new();
    world.register(&world.bravo, "theirs.test");
    let begin = world.now();
    world.done(&world.alpha, Outcome::DomainCreated, registration("one.test"));
    world.pass_days(1);
    world.done(&world.alpha, Outcome::DomainCreated, registration("two.test"));
    world.done(&world.alpha, Outcome::TransferRequested, transfer("theirs.test"));
    let all = List {
        name: None,
        product: None,
        from: Instant::from_millis(0),
        until: world.now().plus_days(1),
        window: Window { first: 0, limit: 10 },
    };
    let names = |list: List| -> Vec<String> {
        let page = world.found(&world.alpha, Outcome::OrdersListed, list);
        assert_eq!(page.total, page.first + page.rows.len() as u64);
        page.rows.into_iter().map(|one| one.line.goods.title().to_owned()).collect()
    };
    assert_eq!(names(all.clone()), ["one.test", "two.test", "theirs.test"]);
    assert_eq!(names(List { window: Window { first: 2, limit: 10 }, ..all.clone() }), ["theirs.test"]);
    assert_eq!(names(List { name: Some(name("two.test")), ..all.clone() }), ["two.test"]);
    assert_eq!(names(List { product: Some(Product::Transfer), ..all.clone() }), ["theirs.test"]);
    assert_eq!(names(List { until: begin.plus_days(1), ..all.clone() }), ["one.test"]);
    assert_eq!(names(List { from: begin.plus_days(1), ..all.clone() }), ["two.test", "theirs.test"]);
    assert_eq!(world.found(&world.bravo, Outcome::OrdersListed, all).total, 0);
}
