use engine::ops::dns_row::List;

use super::{denies_strangers, lines};
use crate::dns_zone::world;

cases! {
    success_lists_the_draft_in_order
    refused_for_strangers
}

fn success_lists_the_draft_in_order() {
    let world = world();
    for row in ["www 300 A 192.0.2.2", "@ 300 TXT x", "www 300 A 192.0.2.1", "@ 300 A 192.0.2.9"] {
        world.add_row(&world.alpha, "shop.test", row);
    }
    assert_eq!(
        lines(&world),
        ["@ 300 A 192.0.2.9", "@ 300 TXT x", "www 300 A 192.0.2.2", "www 300 A 192.0.2.1"]
    );
}

fn refused_for_strangers() {
    denies_strangers(|zone| List { zone });
}
