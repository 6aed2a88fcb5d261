use engine::{
    Failure, Outcome,
    model::{MailUsage, Secret, Window},
    ops::{
        account::Cost,
        mail_address::{Delete, Info, List, Update, hash_mail_password},
        mailbox,
    },
};

use super::{address, box_name, password, suspend};
use crate::fixture::{World, email, name, read};

cases! {
    it_is_told_with_its_place_and_without_its_password
    it_needs_a_mailbox_that_takes_it
    its_domain_is_held_by_the_account
    the_nearest_domain_or_zone_decides
    it_is_used_in_one_way
    its_domain_belongs_to_one_mailspace
    its_domain_is_free_when_the_last_is_gone
    it_moves_within_its_mailspace
    it_is_its_accounts_alone
    they_are_listed_in_pieces
    a_password_is_long_enough
}

/// A world in which ALPHA has a domain and two mailspaces with a mailbox in each.
fn with_mailboxes() -> World {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    for (space, mailbox) in [("shop", "info"), ("other", "sales")] {
        world.add_mailspace(&world.alpha, space);
        world.add_mailbox(&world.alpha, space, mailbox);
    }
    world
}

fn update(text: &str) -> Update {
    Update { address: email(text), password: None, mailbox: None }
}

fn delete(text: &str) -> Delete {
    Delete { address: email(text) }
}

fn it_is_told_with_its_place_and_without_its_password() {
    let world = with_mailboxes();
    let placed = world.done(&world.alpha, Outcome::MailAddressAdded, address("Info@Shop.test", "info"));
    assert_eq!(
        (placed.address.as_str(), placed.mailbox.as_str(), placed.mailspace.as_str()),
        ("info@shop.test", "info", "shop")
    );
    let info = Info { address: email("INFO@shop.test") };
    assert_eq!(world.found(&world.alpha, Outcome::MailAddressFound, info), placed);
    let found = read(&world.engine, |store| store.mail_address(&email("info@shop.test"))).unwrap();
    assert!(matches!(&found.usage, MailUsage::Hosted { password, .. } if password.hash() == "$argon2id$one"));
    assert!(!format!("{found:?}").contains("argon2id"));
    assert_eq!(world.history(found.id), ["mail_address_add"]);
}

fn it_needs_a_mailbox_that_takes_it() {
    let world = with_mailboxes();
    world.refused(&world.alpha, Outcome::MailboxUnknown, address("info@shop.test", "none"));
    let off = mailbox::Update { name: box_name("info"), quota: None, enabled: Some(false) };
    world.done(&world.alpha, Outcome::MailboxUpdated, off);
    world.refused(&world.alpha, Outcome::MailboxDisabled, address("info@shop.test", "info"));
    suspend(&world, "other", true);
    world.refused(&world.alpha, Outcome::MailspaceDisabled, address("info@shop.test", "sales"));
}

/// By its domain or its DNS zone; they may be two accounts'.
fn its_domain_is_held_by_the_account() {
    let world = with_mailboxes();
    world.refused(&world.alpha, Outcome::HeldNameUnknown, address("info@nobody.test", "info"));
    world.refused(&world.alpha, Outcome::HeldNameUnknown, address("info@example.net", "info"));
    world.register(&world.bravo, "bravo.test");
    world.refused(&world.alpha, Outcome::HeldNameForeign, address("info@bravo.test", "info"));
    world.add_zone(&world.alpha, "bravo.test");
    world.add_address(&world.alpha, "info@www.bravo.test", "info");
    let gone = engine::ops::dns_zone::Delete { name: name("bravo.test") };
    world.done(&world.alpha, Outcome::DnsZoneDeleted, gone);
    world.refused(&world.alpha, Outcome::HeldNameForeign, address("jane@bravo.test", "info"));
}

/// Where the house lets DNS zones have any name.
fn the_nearest_domain_or_zone_decides() {
    let world = World::with_ports(|parts| parts.policies.house.dns.any_name = true);
    world.register(&world.alpha, "shop.test");
    world.add_mailspace(&world.alpha, "shop");
    world.add_mailbox(&world.alpha, "shop", "info");
    world.add_zone(&world.bravo, "deep.shop.test");
    world.refused(&world.alpha, Outcome::HeldNameForeign, address("info@a.deep.shop.test", "info"));
    world.add_address(&world.alpha, "info@shallow.shop.test", "info");
    world.add_zone(&world.alpha, "example.net");
    world.add_address(&world.alpha, "info@www.example.net", "info");
}

fn it_is_used_in_one_way() {
    let world = with_mailboxes();
    world.add_address(&world.alpha, "info@shop.test", "info");
    for mailbox in ["info", "sales"] {
        world.refused(&world.alpha, Outcome::MailAddressHosted, address("INFO@shop.test", mailbox));
    }
    world.forward(&world.alpha, "jane@shop.test", "jane@example.net");
    for mailbox in ["info", "sales"] {
        world.refused(&world.alpha, Outcome::MailAddressForwarded, address("jane@shop.test", mailbox));
    }
}

fn its_domain_belongs_to_one_mailspace() {
    let world = with_mailboxes();
    world.add_address(&world.alpha, "info@shop.test", "info");
    world.refused(&world.alpha, Outcome::MailDomainElsewhere, address("sales@shop.test", "sales"));
    world.add_address(&world.alpha, "sales@www.shop.test", "sales");
}

fn its_domain_is_free_when_the_last_is_gone() {
    let world = with_mailboxes();
    world.add_address(&world.alpha, "info@shop.test", "info");
    world.add_address(&world.alpha, "jane@shop.test", "info");
    world.done(&world.alpha, Outcome::MailAddressDeleted, delete("info@shop.test"));
    world.refused(&world.alpha, Outcome::MailDomainElsewhere, address("sales@shop.test", "sales"));
    world.done(&world.alpha, Outcome::MailAddressDeleted, delete("jane@shop.test"));
    world.add_address(&world.alpha, "sales@shop.test", "sales");
}

fn it_moves_within_its_mailspace() {
    let world = with_mailboxes();
    world.add_mailbox(&world.alpha, "shop", "jane");
    world.add_address(&world.alpha, "info@shop.test", "info");
    let to = |mailbox| Update { mailbox: Some(box_name(mailbox)), ..update("info@shop.test") };
    world.refused(&world.alpha, Outcome::MailboxUnknown, to("none"));
    world.refused(&world.alpha, Outcome::MailDomainElsewhere, to("sales"));
    let off = |enabled| mailbox::Update { name: box_name("jane"), quota: None, enabled: Some(enabled) };
    world.done(&world.alpha, Outcome::MailboxUpdated, off(false));
    world.refused(&world.alpha, Outcome::MailboxDisabled, to("jane"));
    world.done(&world.alpha, Outcome::MailboxUpdated, off(true));
    suspend(&world, "shop", true);
    world.refused(&world.alpha, Outcome::MailspaceDisabled, to("jane"));
    let change = Update { password: Some(password("two")), ..to("info") };
    world.done(&world.alpha, Outcome::MailAddressUpdated, change);
    suspend(&world, "shop", false);
    let placed = world.done(&world.alpha, Outcome::MailAddressUpdated, to("jane"));
    assert_eq!(placed.mailbox, box_name("jane"));
    let found = read(&world.engine, |store| store.mail_address(&email("info@shop.test"))).unwrap();
    assert!(matches!(found.usage, MailUsage::Hosted { password, .. } if password.hash() == "$argon2id$two"));
}

fn it_is_its_accounts_alone() {
    let world = with_mailboxes();
    world.add_address(&world.alpha, "info@shop.test", "info");
    world.forward(&world.alpha, "jane@shop.test", "jane@example.net");
    for (actor, text, outcome) in [
        (&world.bravo, "info@shop.test", Outcome::MailAddressForeign),
        (&world.alpha, "none@shop.test", Outcome::MailAddressUnknown),
        (&world.alpha, "jane@shop.test", Outcome::MailAddressUnknown),
    ] {
        world.denied(actor, outcome, Info { address: email(text) });
        world.refused(actor, outcome, update(text));
        world.refused(actor, outcome, delete(text));
    }
}

fn they_are_listed_in_pieces() {
    let world = with_mailboxes();
    for (text, mailbox) in [("b@shop.test", "info"), ("a@shop.test", "info"), ("c@www.shop.test", "sales")] {
        world.add_address(&world.alpha, text, mailbox);
    }
    world.forward(&world.alpha, "d@shop.test", "jane@example.net");
    let listed = |mailbox: Option<&str>, first, limit| {
        let list = List { mailbox: mailbox.map(box_name), window: Window { first, limit } };
        let page = world.found(&world.alpha, Outcome::MailAddressesListed, list);
        let items = page.rows.iter().map(|placed| format!("{}:{}", placed.mailbox, placed.address));
        (items.collect::<Vec<_>>().join(" "), page.total)
    };
    assert_eq!(listed(None, 1, 9), ("info:b@shop.test sales:c@www.shop.test".into(), 3));
    assert_eq!(listed(None, 1, 1), ("info:b@shop.test".into(), 3));
    assert_eq!(listed(Some("info"), 0, 1), ("info:a@shop.test".into(), 2));
    let of_none = List { mailbox: Some(box_name("none")), window: Window { first: 0, limit: 1 } };
    world.denied(&world.alpha, Outcome::MailboxUnknown, of_none);
}

fn a_password_is_long_enough() {
    let world = World::new();
    let hash = |text: &str, shortest| {
        hash_mail_password(&Secret::new(text), shortest, Cost::Published, world.engine.entropy())
    };
    let hashed = hash("long-enough", 8).unwrap();
    assert!(hashed.hash().starts_with("$argon2id$"));
    assert!(hash("1", 0).is_ok());
    for (weak, shortest) in [("seven-7", 8), ("", 0), (&*"x".repeat(256), 8)] {
        let Err(Failure::Refused(refusals)) = hash(weak, shortest) else { panic!("{weak:?} was hashed") };
        assert_eq!(refusals.first().outcome, Outcome::MailPasswordWeak);
    }
}
