use engine::{
    Outcome,
    model::{OperationId, Product},
    ops::order::{Info, Note, OrderStanding, Ordered},
};

use crate::fixture::{World, name};

cases! {
    success_keeps_why_it_was_refused
}

fn success_keeps_why_it_was_refused() {
    let world = World::new();
    let order = OperationId(1);
    let line = |place, domain: &str| Ordered {
        order: Some(order),
        place,
        product: Product::Transfer,
        name: name(domain),
        years: 1,
    };
    let note = |place, domain, refused| Note { line: line(place, domain), refused };
    world.done(&world.alpha, Outcome::OrderNoted, note(1, "a.test", Outcome::AuthinfoWrong));
    world.done(&world.alpha, Outcome::OrderNoted, note(2, "b.test", Outcome::DomainUnknown));
    let lines = world.found(&world.alpha, Outcome::OrderFound, Info { order });
    let told: Vec<_> = lines.into_iter().map(|one| (one.line.name.to_string(), one.standing)).collect();
    let refused = |why: &str| OrderStanding::Refused(why.to_owned());
    assert_eq!(
        told,
        [("a.test".to_owned(), refused("authinfo_wrong")), ("b.test".to_owned(), refused("domain_unknown"))]
    );
}
