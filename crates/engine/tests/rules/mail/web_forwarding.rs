use engine::{
    Outcome,
    model::{WebForwardingKind, WebTarget, Window},
    ops::web_forwarding::{Add, Delete, List},
};

use crate::fixture::{World, name};

cases! {
    a_name_is_forwarded_once
    its_name_is_held_by_the_account
    it_is_not_forwarded_to_itself
    it_goes
    they_are_listed_in_pieces
}

fn add(source: &str) -> Add {
    Add {
        source: name(source),
        target: WebTarget::parse("https://www.example.net/").unwrap(),
        kind: WebForwardingKind::Framed,
    }
}

/// A world in which ALPHA has a domain.
fn with_domain() -> World {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world
}

fn a_name_is_forwarded_once() {
    let world = with_domain();
    let added = world.done(&world.alpha, Outcome::WebForwardingAdded, add("www.shop.test"));
    assert_eq!((added.kind, added.target.as_str()), (WebForwardingKind::Framed, "https://www.example.net/"));
    assert_eq!(added.held_name, name("shop.test"));
    world.refused(&world.alpha, Outcome::WebForwardingTaken, add("www.shop.test"));
    assert_eq!(world.history(added.id), ["web_forwarding_add"]);
}

fn its_name_is_held_by_the_account() {
    let world = with_domain();
    world.refused(&world.bravo, Outcome::HeldNameForeign, add("shop.test"));
    world.refused(&world.alpha, Outcome::HeldNameUnknown, add("other.test"));
}

fn it_is_not_forwarded_to_itself() {
    let world = with_domain();
    let target = WebTarget::parse("http://SHOP.test/start").unwrap();
    world.refused(&world.alpha, Outcome::ForwardingToItself, Add { target, ..add("shop.test") });
}

fn it_goes() {
    let world = with_domain();
    world.done(&world.alpha, Outcome::WebForwardingAdded, add("shop.test"));
    let delete = |source| Delete { source: name(source) };
    world.refused(&world.bravo, Outcome::WebForwardingForeign, delete("shop.test"));
    world.refused(&world.alpha, Outcome::WebForwardingUnknown, delete("www.shop.test"));
    world.done(&world.alpha, Outcome::WebForwardingDeleted, delete("shop.test"));
    world.done(&world.alpha, Outcome::WebForwardingAdded, add("shop.test"));
}

fn they_are_listed_in_pieces() {
    let world = with_domain();
    world.register(&world.alpha, "other.test");
    for source in ["b.shop.test", "shop.test", "a.shop.test", "other.test"] {
        world.done(&world.alpha, Outcome::WebForwardingAdded, add(source));
    }
    let listed = |held_name: Option<&str>, first, limit| {
        let list = List { held_name: held_name.map(name), window: Window { first, limit } };
        let page = world.found(&world.alpha, Outcome::WebForwardingsListed, list);
        (page.rows.iter().map(|one| one.source.to_string()).collect::<Vec<_>>().join(" "), page.total)
    };
    assert_eq!(listed(None, 0, 9), ("a.shop.test b.shop.test other.test shop.test".into(), 4));
    assert_eq!(listed(None, 2, 1), ("other.test".into(), 4));
    assert_eq!(listed(Some("shop.test"), 1, 9), ("b.shop.test shop.test".into(), 3));
}
