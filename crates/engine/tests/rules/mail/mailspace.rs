use engine::{
    Actor, Outcome,
    model::{EntryKind, Mailspace, MailspaceId, MailspaceName, Window},
    ops::mailspace::{Add, Delete, Info, List, Renew, Update},
};

use super::{forwarding, found, mailbox, months, space, space_name};
use crate::{
    fixture::{World, email, line, outcomes, read, write},
    protection::{refused_unpaid, warned},
};

cases! {
    it_is_paid_by_the_month_when_it_is_added
    its_name_is_given_once
    the_server_names_what_has_no_name
    what_is_not_offered_is_told_together
    it_has_to_be_paid
    another_term_begins_where_this_one_ends
    a_renewal_has_to_be_paid
    it_is_changed
    it_stays_as_large_as_what_is_in_it
    it_goes_once_it_is_empty
    it_is_its_accounts_alone
    they_are_listed_by_name_in_pieces
}

fn update(text: &str) -> Update {
    Update::of(space_name(text))
}

fn renew(text: &str) -> Renew {
    Renew { name: space_name(text), term: months(12) }
}

fn delete(text: &str) -> Delete {
    Delete { name: space_name(text) }
}

fn it_is_paid_by_the_month_when_it_is_added() {
    let world = World::with_credit(1_000, 0);
    let add = Add { term: months(3), title: Some(line("The shop")), ..space("shop") };
    let paid = world.done(&world.alpha, Outcome::MailspaceAdded, add);
    let mailspace = found(&world, "shop").unwrap();
    assert_eq!((&paid.mailspace, paid.receipt.amount.minor), (&mailspace, 600));
    assert_eq!((mailspace.quota, mailspace.most_mailboxes, mailspace.most_forwardings), (100, 2, 2));
    assert_eq!(mailspace.paid_until, world.now().plus_months(3));
    assert_eq!(world.balance(&world.alpha), 400);
    let lines = read(&world.engine, move |store| store.entries_of(mailspace.id.into()));
    assert_eq!((lines[0].kind, lines[0].years), (EntryKind::Mailspace, 0));
    assert_eq!(world.history(mailspace.id), ["mailspace_add"]);
    world.assert_audit_clean();
}

fn its_name_is_given_once() {
    let world = World::new();
    world.add_mailspace(&world.alpha, "Shop");
    for actor in [&world.alpha, &world.bravo] {
        world.refused(actor, Outcome::MailspaceTaken, space("shop"));
    }
}

fn the_server_names_what_has_no_name() {
    let world = World::new();
    let add = Add { name: None, ..space("any") };
    let mailspace = world.done(&world.alpha, Outcome::MailspaceAdded, add).mailspace;
    assert_eq!(mailspace.name, MailspaceName::numbered(mailspace.id));
    assert_eq!(MailspaceName::parse(mailspace.name.as_str()), Ok(mailspace.name));
}

fn what_is_not_offered_is_told_together() {
    let world = World::new();
    let add = Add { quota: Some(0), most_mailboxes: Some(6), most_forwardings: Some(6), ..space("shop") };
    let refusals = world.refused(&world.alpha, Outcome::MailLimitOutOfRange, add);
    assert_eq!(outcomes(&refusals), [Outcome::MailLimitOutOfRange; 3]);
    assert!(refusals.first().reason().contains("quota of 0 is outside the range 1 to 500"));
    let most = Add { quota: Some(500), most_mailboxes: Some(5), most_forwardings: Some(0), ..space("shop") };
    world.done(&world.alpha, Outcome::MailspaceAdded, most);
}

fn it_has_to_be_paid() {
    let world = World::new();
    world.refused(&world.charlie, Outcome::PriceMissing, space("euro"));
    warned(&world, space("warned"));
    refused_unpaid(&world, || space("shop"));
}

fn another_term_begins_where_this_one_ends() {
    let world = World::with_credit(10_000, 0);
    let before = world.add_mailspace(&world.alpha, "shop");
    world.pass_days(10);
    let paid = world.done(&world.alpha, Outcome::MailspaceRenewed, renew("shop"));
    let after = found(&world, "shop").unwrap();
    assert_eq!(after.paid_until, before.paid_until.plus_years(1));
    assert_eq!((paid.receipt.amount.minor, after.term), (2_400, months(12)));
    let lines = read(&world.engine, move |store| store.entries_of(after.id.into()));
    assert_eq!((lines[1].kind, lines[1].years), (EntryKind::MailspaceRenew, 1));
    world.assert_audit_clean();
}

fn a_renewal_has_to_be_paid() {
    let world = World::new();
    let alphas = world.add_mailspace(&world.alpha, "shop");
    warned(&world, renew("shop"));
    let charlies = Mailspace {
        id: MailspaceId(alphas.id.0 + 1),
        name: space_name("euro"),
        account: world.charlie.id(),
        ..alphas
    };
    write(&world.engine, move |store| store.insert_mailspace(&charlies).map(drop));
    world.refused(&world.charlie, Outcome::PriceMissing, renew("euro"));
    refused_unpaid(&world, || renew("shop"));
}

fn it_is_changed() {
    let world = World::new();
    let before = world.add_mailspace(&world.alpha, "shop");
    let address = Some("192.0.2.7".parse().unwrap());
    let change = Update {
        title: Some(Some(line("The shop"))),
        quota: Some(200),
        most_mailboxes: Some(3),
        most_forwardings: Some(4),
        address: Some(address),
        suspended: Some(true),
        ..update("shop")
    };
    let after = world.done(&world.alpha, Outcome::MailspaceUpdated, change);
    let expected = Mailspace {
        title: Some(line("The shop")),
        quota: 200,
        most_mailboxes: 3,
        most_forwardings: 4,
        address,
        is_suspended: true,
        ..before
    };
    assert_eq!((Some(&after), &after), (found(&world, "shop").as_ref(), &expected));
    let bare = Update { title: Some(None), address: Some(None), ..update("shop") };
    let bare = world.done(&world.alpha, Outcome::MailspaceUpdated, bare);
    assert_eq!(bare, Mailspace { title: None, address: None, ..after });
}

fn it_stays_as_large_as_what_is_in_it() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.add_mailspace(&world.alpha, "shop");
    world.add_mailbox(&world.alpha, "shop", "info");
    world.add_address(&world.alpha, "info@shop.test", "info");
    world.forward(&world.alpha, "sales@shop.test", "jane@example.net");
    let less =
        Update { quota: Some(9), most_mailboxes: Some(0), most_forwardings: Some(0), ..update("shop") };
    let refusals = world.refused(&world.alpha, Outcome::MailLimitOutOfRange, less);
    assert_eq!(outcomes(&refusals), [Outcome::MailLimitOutOfRange; 3]);
    let tight =
        Update { quota: Some(10), most_mailboxes: Some(1), most_forwardings: Some(1), ..update("shop") };
    world.done(&world.alpha, Outcome::MailspaceUpdated, tight);
    world.refused(&world.alpha, Outcome::MailspaceFull, mailbox("shop", "second"));
    world.refused(&world.alpha, Outcome::MailspaceFull, forwarding("b@shop.test", "jane@example.net"));
}

fn it_goes_once_it_is_empty() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.add_mailspace(&world.alpha, "shop");
    world.add_mailbox(&world.alpha, "shop", "info");
    world.refused(&world.alpha, Outcome::MailspaceInUse, delete("shop"));
    world.add_address(&world.alpha, "info@shop.test", "info");
    world.forward(&world.alpha, "sales@shop.test", "jane@example.net");
    let address = engine::ops::mail_address::Delete { address: email("info@shop.test") };
    world.done(&world.alpha, Outcome::MailAddressDeleted, address);
    let mailbox = engine::ops::mailbox::Delete { name: super::box_name("info") };
    world.done(&world.alpha, Outcome::MailboxDeleted, mailbox);
    world.refused(&world.alpha, Outcome::MailspaceInUse, delete("shop"));
    let forwarding = engine::ops::mail_forwarding::Delete {
        address: email("sales@shop.test"),
        target: email("jane@example.net"),
    };
    world.done(&world.alpha, Outcome::MailForwardingDeleted, forwarding);
    world.done(&world.alpha, Outcome::MailspaceDeleted, delete("shop"));
    assert_eq!(found(&world, "shop"), None);
    world.add_mailspace(&world.bravo, "shop");
}

fn it_is_its_accounts_alone() {
    let world = World::new();
    let mailspace = world.add_mailspace(&world.alpha, "shop");
    let info = |text: &str| Info { name: space_name(text) };
    assert_eq!(world.found(&world.alpha, Outcome::MailspaceFound, info("SHOP")), mailspace);
    let refused = |actor: &Actor, outcome, text: &str| {
        world.denied(actor, outcome, info(text));
        world.refused(actor, outcome, update(text));
        world.refused(actor, outcome, renew(text));
        world.refused(actor, outcome, delete(text));
    };
    refused(&world.bravo, Outcome::MailspaceForeign, "shop");
    refused(&world.bravo, Outcome::MailspaceUnknown, "other");
}

fn they_are_listed_by_name_in_pieces() {
    let world = World::new();
    for name in ["c", "a", "d", "b"] {
        world.add_mailspace(&world.alpha, name);
    }
    world.add_mailspace(&world.bravo, "e");
    let listed = |first, limit| {
        let list = List { window: Window { first, limit } };
        let page = world.found(&world.alpha, Outcome::MailspacesListed, list);
        assert_eq!(page.total, 4);
        page.rows.iter().map(|mailspace| mailspace.name.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(listed(0, 9), ["a", "b", "c", "d"]);
    assert_eq!(listed(2, 1), ["c"]);
    assert_eq!(listed(3, 9), ["d"]);
}
