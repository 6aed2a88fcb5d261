use engine::{Outcome, model::DomainId, ops::domain::Find};

use super::with_domain;

cases! {
    success_finds_ones_own
    refused_for_others_as_for_nothing
}

fn success_finds_ones_own() {
    let world = with_domain("shop.test");
    let id = world.view("shop.test").domain.id;
    let domain = world.found(&world.alpha, Outcome::DomainFound, Find { id });
    assert_eq!(domain.name.as_str(), "shop.test");
}

fn refused_for_others_as_for_nothing() {
    let world = with_domain("shop.test");
    let id = world.view("shop.test").domain.id;
    world.denied(&world.bravo, Outcome::DomainUnknown, Find { id });
    world.denied(&world.alpha, Outcome::DomainUnknown, Find { id: DomainId(7) });
}
