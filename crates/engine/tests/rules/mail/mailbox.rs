use engine::{
    Outcome,
    model::Window,
    ops::mailbox::{Add, Delete, Info, List, Update},
};

use super::{box_name, found, mailbox, space_name, suspend};
use crate::fixture::World;

cases! {
    it_has_a_share_of_the_quota
    its_name_is_given_once_in_an_account
    it_needs_an_enabled_mailspace_of_the_account
    a_mailspace_has_room_for_so_many_and_so_much
    its_share_is_changed
    it_goes_once_it_has_no_address
    what_is_not_there_is_not_found
    they_are_listed_by_name_in_pieces
}

fn update(text: &str) -> Update {
    Update { name: box_name(text), quota: None, enabled: None }
}

/// A world in which ALPHA has a mailspace.
fn with_mailspace() -> World {
    let world = World::new();
    world.add_mailspace(&world.alpha, "shop");
    world
}

fn it_has_a_share_of_the_quota() {
    let world = with_mailspace();
    let placed = world.done(&world.alpha, Outcome::MailboxAdded, mailbox("shop", "Info"));
    assert_eq!(
        (placed.mailbox.name.as_str(), placed.mailbox.quota, placed.mailbox.is_enabled),
        ("info", 10, true)
    );
    let info = Info { name: box_name("info") };
    assert_eq!(world.found(&world.alpha, Outcome::MailboxFound, info), placed);
    let space = found(&world, "shop").unwrap();
    assert_eq!((space.mailboxes, space.allotted, space.left()), (1, 10, 90));
    assert_eq!(world.history(placed.mailbox.id), ["mailbox_add"]);
}

fn its_name_is_given_once_in_an_account() {
    let world = with_mailspace();
    world.add_mailbox(&world.alpha, "shop", "info");
    world.add_mailspace(&world.alpha, "other");
    world.refused(&world.alpha, Outcome::MailboxTaken, mailbox("other", "info"));
    world.add_mailspace(&world.bravo, "bravos");
    world.add_mailbox(&world.bravo, "bravos", "info");
}

fn it_needs_an_enabled_mailspace_of_the_account() {
    let world = with_mailspace();
    world.refused(&world.alpha, Outcome::MailspaceUnknown, mailbox("other", "info"));
    world.refused(&world.bravo, Outcome::MailspaceForeign, mailbox("shop", "info"));
    suspend(&world, "shop", true);
    let refusals = world.refused(&world.alpha, Outcome::MailspaceDisabled, mailbox("shop", "info"));
    assert!(refusals.first().reason().contains("suspended"));
    suspend(&world, "shop", false);
    world.add_mailbox(&world.alpha, "shop", "info");
}

fn a_mailspace_has_room_for_so_many_and_so_much() {
    let world = with_mailspace();
    for quota in [0, 501] {
        let add = Add { quota, ..mailbox("shop", "info") };
        world.refused(&world.alpha, Outcome::MailLimitOutOfRange, add);
    }
    world.add_mailbox(&world.alpha, "shop", "info");
    let large = |quota| Add { quota, ..mailbox("shop", "sales") };
    world.refused(&world.alpha, Outcome::MailQuotaSpent, large(91));
    world.done(&world.alpha, Outcome::MailboxAdded, large(90));
    world.refused(&world.alpha, Outcome::MailspaceFull, mailbox("shop", "third"));
}

fn its_share_is_changed() {
    let world = with_mailspace();
    world.add_mailbox(&world.alpha, "shop", "info");
    world.add_mailbox(&world.alpha, "shop", "sales");
    world.refused(&world.alpha, Outcome::MailLimitOutOfRange, Update { quota: Some(0), ..update("info") });
    world.refused(&world.alpha, Outcome::MailQuotaSpent, Update { quota: Some(91), ..update("info") });
    let whole = Update { quota: Some(90), enabled: Some(false), ..update("info") };
    let placed = world.done(&world.alpha, Outcome::MailboxUpdated, whole);
    assert_eq!((placed.mailbox.quota, placed.mailbox.is_enabled), (90, false));
    assert_eq!(found(&world, "shop").unwrap().left(), 0);
    let placed =
        world.done(&world.alpha, Outcome::MailboxUpdated, Update { quota: Some(5), ..update("info") });
    assert_eq!((placed.mailbox.quota, placed.mailbox.is_enabled), (5, false));
    assert_eq!(found(&world, "shop").unwrap().left(), 85);
}

fn it_goes_once_it_has_no_address() {
    let world = with_mailspace();
    world.register(&world.alpha, "shop.test");
    world.add_mailbox(&world.alpha, "shop", "info");
    world.add_address(&world.alpha, "info@shop.test", "info");
    let delete = || Delete { name: box_name("info") };
    world.refused(&world.alpha, Outcome::MailboxInUse, delete());
    let address = engine::ops::mail_address::Delete { address: crate::fixture::email("info@shop.test") };
    world.done(&world.alpha, Outcome::MailAddressDeleted, address);
    world.done(&world.alpha, Outcome::MailboxDeleted, delete());
    let space = found(&world, "shop").unwrap();
    assert_eq!((space.mailboxes, space.allotted), (0, 0));
}

/// Others have names of their own for mailboxes, so none learns of another's.
fn what_is_not_there_is_not_found() {
    let world = with_mailspace();
    world.add_mailbox(&world.alpha, "shop", "info");
    for (actor, name) in [(&world.alpha, "other"), (&world.bravo, "info")] {
        world.denied(actor, Outcome::MailboxUnknown, Info { name: box_name(name) });
        world.refused(actor, Outcome::MailboxUnknown, update(name));
        world.refused(actor, Outcome::MailboxUnknown, Delete { name: box_name(name) });
    }
}

fn they_are_listed_by_name_in_pieces() {
    let world = with_mailspace();
    world.add_mailspace(&world.alpha, "other");
    for (space, name) in [("shop", "b"), ("other", "c"), ("shop", "d"), ("other", "a")] {
        world.add_mailbox(&world.alpha, space, name);
    }
    let listed = |mailspace: Option<&str>, first, limit| {
        let list = List { mailspace: mailspace.map(space_name), window: Window { first, limit } };
        let page = world.found(&world.alpha, Outcome::MailboxesListed, list);
        let items = page.rows.iter().map(|placed| format!("{}/{}", placed.mailspace, placed.mailbox.name));
        (items.collect::<Vec<_>>().join(" "), page.total)
    };
    assert_eq!(listed(None, 0, 9), ("other/a shop/b other/c shop/d".into(), 4));
    assert_eq!(listed(None, 2, 1), ("other/c".into(), 4));
    assert_eq!(listed(Some("shop"), 1, 9), ("shop/d".into(), 2));
    assert_eq!(listed(Some("shop"), 2, 9), (String::new(), 2));
    let of = |text| List { mailspace: Some(space_name(text)), window: Window { first: 0, limit: 1 } };
    world.denied(&world.bravo, Outcome::MailspaceForeign, of("shop"));
    world.denied(&world.bravo, Outcome::MailspaceUnknown, of("none"));
}
