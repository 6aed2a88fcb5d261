use engine::{
    Outcome,
    model::{MailForwarding, Window},
    ops::mail_forwarding::{Delete, List},
};

use super::{address, forwarding, found, suspend};
use crate::fixture::{World, email, name};

cases! {
    an_address_may_have_several_targets
    a_pair_is_there_once
    its_domain_is_held_by_the_account
    it_is_not_forwarded_to_itself
    a_hosted_address_is_not_forwarded
    it_counts_in_the_mailspace_of_its_domain
    what_another_account_left_is_in_the_way
    the_last_one_frees_the_address
    they_are_listed_in_pieces
}

fn delete(text: &str, target: &str) -> Delete {
    Delete { address: email(text), target: email(target) }
}

/// A world in which ALPHA has a domain.
fn with_domain() -> World {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world
}

/// The same, with a mailspace to which the domain's mail belongs.
fn with_mailspace() -> World {
    let world = with_domain();
    world.add_mailspace(&world.alpha, "shop");
    world.add_mailbox(&world.alpha, "shop", "info");
    world.add_address(&world.alpha, "info@shop.test", "info");
    world
}

fn an_address_may_have_several_targets() {
    let world = with_domain();
    let added = world.done(
        &world.alpha,
        Outcome::MailForwardingAdded,
        forwarding("Sales@shop.test", "A@example.net"),
    );
    assert_eq!((added.address.as_str(), added.target.as_str()), ("sales@shop.test", "a@example.net"));
    assert_eq!((added.held_name, added.mailspace), (name("shop.test"), None));
    world.forward(&world.alpha, "sales@shop.test", "b@example.net");
    assert_eq!(world.history(added.id), ["mail_forwarding_add"]);
}

fn a_pair_is_there_once() {
    let world = with_domain();
    world.forward(&world.alpha, "sales@shop.test", "a@example.net");
    let again = forwarding("SALES@shop.test", "A@example.net");
    world.refused(&world.alpha, Outcome::MailForwardingTaken, again);
}

fn its_domain_is_held_by_the_account() {
    let world = with_domain();
    world.refused(&world.bravo, Outcome::HeldNameForeign, forwarding("a@shop.test", "a@example.net"));
    world.refused(&world.alpha, Outcome::HeldNameUnknown, forwarding("a@other.test", "a@example.net"));
}

fn it_is_not_forwarded_to_itself() {
    let world = with_domain();
    world.refused(&world.alpha, Outcome::ForwardingToItself, forwarding("a@shop.test", "A@SHOP.test"));
}

fn a_hosted_address_is_not_forwarded() {
    let world = with_mailspace();
    world.refused(&world.alpha, Outcome::MailAddressHosted, forwarding("info@shop.test", "a@example.net"));
}

fn it_counts_in_the_mailspace_of_its_domain() {
    let world = with_mailspace();
    suspend(&world, "shop", true);
    world.refused(&world.alpha, Outcome::MailspaceDisabled, forwarding("a@shop.test", "a@example.net"));
    suspend(&world, "shop", false);
    for target in ["a@example.net", "b@example.net"] {
        world.forward(&world.alpha, "a@shop.test", target);
    }
    world.refused(&world.alpha, Outcome::MailspaceFull, forwarding("b@shop.test", "a@example.net"));
    world.done(&world.alpha, Outcome::MailForwardingDeleted, delete("a@shop.test", "b@example.net"));
    assert_eq!(found(&world, "shop").unwrap().forwardings, 1);
    world.forward(&world.alpha, "b@shop.test", "a@example.net");
}

/// BRAVO got the domain after ALPHA had used it.
fn what_another_account_left_is_in_the_way() {
    let world = with_mailspace();
    world.forward(&world.alpha, "a@www.shop.test", "a@example.net");
    world.add_zone(&world.bravo, "shop.test");
    world.refused(&world.bravo, Outcome::MailDomainElsewhere, forwarding("b@shop.test", "b@example.net"));
    world.refused(&world.bravo, Outcome::MailAddressForeign, forwarding("a@www.shop.test", "b@example.net"));
    world.forward(&world.bravo, "b@www.shop.test", "b@example.net");
}

fn the_last_one_frees_the_address() {
    let world = with_mailspace();
    for target in ["a@example.net", "b@example.net"] {
        world.forward(&world.alpha, "a@shop.test", target);
    }
    world.refused(&world.alpha, Outcome::MailForwardingUnknown, delete("a@shop.test", "c@example.net"));
    world.refused(&world.bravo, Outcome::MailForwardingUnknown, delete("a@shop.test", "a@example.net"));
    world.done(&world.alpha, Outcome::MailForwardingDeleted, delete("A@shop.test", "A@example.net"));
    world.refused(&world.alpha, Outcome::MailAddressForwarded, address("a@shop.test", "info"));
    world.done(&world.alpha, Outcome::MailForwardingDeleted, delete("a@shop.test", "b@example.net"));
    world.add_address(&world.alpha, "a@shop.test", "info");
}

fn they_are_listed_in_pieces() {
    let world = with_domain();
    world.register(&world.alpha, "other.test");
    for (text, target) in [
        ("b@shop.test", "x@example.net"),
        ("a@shop.test", "y@example.net"),
        ("a@shop.test", "x@example.net"),
        ("c@other.test", "x@example.net"),
    ] {
        world.forward(&world.alpha, text, target);
    }
    let listed = |held_name: Option<&str>, first, limit| {
        let list = List { held_name: held_name.map(name), window: Window { first, limit } };
        let page = world.found(&world.alpha, Outcome::MailForwardingsListed, list);
        let shown =
            |one: &MailForwarding| format!("{}>{}", &one.address.as_str()[..1], &one.target.as_str()[..1]);
        (page.rows.iter().map(shown).collect::<Vec<_>>().join(" "), page.total)
    };
    assert_eq!(listed(None, 0, 9), ("a>x a>y b>x c>x".into(), 4));
    assert_eq!(listed(None, 2, 1), ("b>x".into(), 4));
    assert_eq!(listed(Some("shop.test"), 1, 9), ("a>y b>x".into(), 3));
    assert_eq!(listed(Some("none.test"), 0, 9), (String::new(), 0));
}
