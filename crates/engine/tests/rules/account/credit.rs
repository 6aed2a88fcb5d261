use engine::{Outcome, ops::account::Credit};

use crate::fixture::World;

cases! {
    success_tells_the_actors_own
}

fn success_tells_the_actors_own() {
    let world = World::with_credit(5_000, 20);
    world.register(&world.alpha, "shop.test");
    for actor in [&world.alpha, &world.bravo] {
        let standing = world.found(actor, Outcome::CreditTold, Credit);
        assert_eq!(standing.balance.minor, world.balance(actor));
        assert_eq!(standing.left().minor, world.left(actor));
    }
    assert_ne!(world.balance(&world.alpha), world.balance(&world.bravo));
}
