//! Mailspaces, mailboxes, e-mail addresses; what is forwarded.

use engine::FaultKind;
use engine::model::{
    AccountId, Email, Line, MailAddress, MailAddressId, MailForwarding, MailForwardingId, MailPassword,
    MailTerm, MailUsage, Mailbox, MailboxId, MailboxName, Mailspace, MailspaceId, MailspaceName,
    PlacedMailAddress, PlacedMailbox, WebForwarding, WebForwardingId, WebForwardingKind, WebTarget,
};
use engine::ports::store::{Deleted, Inserted, MailAddressFilter, MailboxFilter, Slice, Store};

use crate::client::{read, try_write, write};
use crate::fixtures::{id, name, noon, opened};

fn mailspace(text: &str, account: AccountId) -> Mailspace {
    Mailspace {
        id: MailspaceId(id()),
        name: MailspaceName::parse(text).unwrap(),
        title: None,
        account,
        added_at: noon(),
        quota: 100,
        most_mailboxes: 5,
        most_forwardings: 5,
        address: None,
        term: MailTerm::YEAR,
        paid_until: noon().plus_years(1),
        is_unpaid: false,
        is_suspended: false,
        allotted: 0,
        mailboxes: 0,
        forwardings: 0,
    }
}

fn mailbox(text: &str, space: &Mailspace) -> Mailbox {
    Mailbox {
        id: MailboxId(id()),
        name: MailboxName::parse(text).unwrap(),
        mailspace: space.id,
        account: space.account,
        added_at: noon(),
        quota: 10,
        is_enabled: true,
    }
}

fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

fn hosted(text: &str, mailbox: &Mailbox) -> MailAddress {
    let password = MailPassword::from_hash("$argon2id$one".to_owned());
    MailAddress {
        usage: MailUsage::Hosted { mailspace: mailbox.mailspace, mailbox: mailbox.id, password },
        ..forwarded(text, mailbox.account)
    }
}

pub(crate) fn forwarded(text: &str, account: AccountId) -> MailAddress {
    MailAddress {
        id: MailAddressId(id()),
        address: email(text),
        account,
        added_at: noon(),
        usage: MailUsage::Forwarded,
    }
}

pub(crate) fn forwarding(from: &MailAddress, target: &str) -> MailForwarding {
    MailForwarding {
        id: MailForwardingId(id()),
        address_id: from.id,
        address: from.address.clone(),
        target: email(target),
        account: from.account,
        held_name: from.domain(),
        mailspace: None,
        added_at: noon(),
    }
}

fn put_mailspace(store: &dyn Store, space: &Mailspace) -> Inserted {
    let space = space.clone();
    write(store, move |tx| tx.insert_mailspace(&space))
}

fn put_mailbox(store: &dyn Store, mailbox: &Mailbox) -> Inserted {
    let mailbox = mailbox.clone();
    write(store, move |tx| tx.insert_mailbox(&mailbox))
}

/// A mailspace with a mailbox of ALPHA's.
fn furnished(store: &dyn Store, text: &str, account: AccountId) -> (Mailspace, Mailbox) {
    let space = mailspace(text, account);
    let mailbox = mailbox(text, &space);
    assert_eq!((put_mailspace(store, &space), put_mailbox(store, &mailbox)), (Inserted::Yes, Inserted::Yes));
    (space, mailbox)
}

/// Takes a hosted address with its domain, as the engine does.
fn host(store: &dyn Store, address: &MailAddress) -> MailAddress {
    let address = address.clone();
    write(store, move |tx| {
        let MailUsage::Hosted { mailspace, .. } = address.usage else { panic!("it is not hosted") };
        tx.link_mail_domain(&address.domain(), mailspace)?;
        tx.claim_mail_address(&address)
    })
}

pub(crate) fn forward(store: &dyn Store, forwarding: &MailForwarding) -> Inserted {
    let forwarding = forwarding.clone();
    write(store, move |tx| tx.insert_mail_forwarding(&forwarding))
}

fn present(store: &dyn Store, text: &str) -> Option<MailAddress> {
    let address = email(text);
    read(store, move |snapshot| snapshot.mail_address(&address))
}

pub(crate) fn a_mailspace_reads_back_as_it_was_written(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let space = mailspace("shop", alpha);
    assert_eq!(put_mailspace(store, &space), Inserted::Yes);
    let found = |id| read(store, move |snapshot| snapshot.mailspace_by_id(id));
    assert_eq!((found(space.id), found(MailspaceId(7))), (Some(space.clone()), None));
    let changed = Mailspace {
        title: Some(Line::parse("The shop", 64).unwrap()),
        quota: 7,
        most_mailboxes: 6,
        most_forwardings: 5,
        address: Some("2001:db8::1".parse().unwrap()),
        term: MailTerm::of_months(3).unwrap(),
        paid_until: noon(),
        is_unpaid: true,
        is_suspended: true,
        allotted: 4,
        mailboxes: 3,
        forwardings: 2,
        ..space.clone()
    };
    let written = changed.clone();
    write(store, move |tx| tx.update_mailspace(&written));
    let name = space.name;
    assert_eq!(read(store, move |snapshot| snapshot.mailspace(&name)), Some(changed));
    let nowhere = mailspace("other", alpha);
    let fault = try_write(store, move |tx| tx.update_mailspace(&nowhere)).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Internal);
}

pub(crate) fn a_mailspace_holds_no_more_than_its_limits(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let space = mailspace("shop", alpha);
    put_mailspace(store, &space);
    for over in [
        Mailspace { allotted: 101, ..space.clone() },
        Mailspace { mailboxes: 6, ..space.clone() },
        Mailspace { forwardings: 6, ..space },
    ] {
        assert!(try_write(store, move |tx| tx.update_mailspace(&over)).is_err());
    }
}

pub(crate) fn names_are_given_once(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let (shop, _) = furnished(store, "shop", alpha);
    assert_eq!(put_mailspace(store, &mailspace("shop", bravo)), Inserted::Taken);
    assert_eq!(put_mailbox(store, &mailbox("shop", &shop)), Inserted::Taken);
    let (other, _) = furnished(store, "other", bravo);
    assert_eq!(put_mailbox(store, &mailbox("shop", &other)), Inserted::Yes);
}

pub(crate) fn a_mailbox_reads_back_as_it_was_written(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (_, before) = furnished(store, "shop", alpha);
    let changed = Mailbox { quota: 11, is_enabled: false, ..before.clone() };
    let written = changed.clone();
    write(store, move |tx| tx.update_mailbox(&written));
    let (id, name) = (before.id, before.name);
    assert_eq!(read(store, move |snapshot| snapshot.mailbox_by_id(id)), Some(changed.clone()));
    assert_eq!(read(store, move |snapshot| snapshot.mailbox(alpha, &name)), Some(changed));
}

pub(crate) fn what_is_in_use_stays(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (space, mailbox) = furnished(store, "shop", alpha);
    host(store, &hosted("info@shop.test", &mailbox));
    let (space, mailbox) = (space.id, mailbox.id);
    assert_eq!(write(store, move |tx| tx.delete_mailspace(space)), Deleted::InUse);
    assert_eq!(write(store, move |tx| tx.delete_mailbox(mailbox)), Deleted::InUse);
    let address = present(store, "info@shop.test").unwrap();
    write(store, move |tx| tx.delete_mail_address(&address));
    assert_eq!(write(store, move |tx| tx.delete_mailbox(mailbox)), Deleted::Yes);
    assert_eq!(write(store, move |tx| tx.delete_mailspace(space)), Deleted::Yes);
    assert_eq!(read(store, move |snapshot| snapshot.mailspace_by_id(space)), None);
}

pub(crate) fn a_mailspace_goes_with_all_that_is_in_it(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (space, mailbox) = furnished(store, "shop", alpha);
    host(store, &hosted("info@shop.test", &mailbox));
    let sales = forwarded("sales@shop.test", alpha);
    let kept = MailForwarding { mailspace: Some(space.id), ..forwarding(&sales, "jane@example.net") };
    let claimed = sales.clone();
    write(store, move |tx| tx.claim_mail_address(&claimed));
    forward(store, &kept);
    let (id, mailbox) = (space.id, mailbox.id);
    write(store, move |tx| tx.clear_mailspace(id));
    assert_eq!(read(store, move |snapshot| snapshot.mailspace_by_id(id)), None);
    assert_eq!(read(store, move |snapshot| snapshot.mailbox_by_id(mailbox)), None);
    assert_eq!(present(store, "info@shop.test"), None);
    assert_eq!(read(store, |snapshot| snapshot.mailspace_of_domain(&name("shop.test"))), None);
    let found = read(store, move |snapshot| snapshot.mail_forwarding(alpha, &kept.address, &kept.target));
    assert_eq!(found.map(|found| found.mailspace), Some(None));
}

pub(crate) fn an_address_is_used_once_and_in_one_way(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (_, mailbox) = furnished(store, "shop", alpha);
    let (info, sales) = (hosted("info@shop.test", &mailbox), forwarded("sales@shop.test", alpha));
    let claim = |address: &MailAddress| {
        let address = address.clone();
        write(store, move |tx| tx.claim_mail_address(&address))
    };
    assert_eq!((host(store, &info), claim(&sales)), (info.clone(), sales.clone()));
    assert_eq!(host(store, &hosted("info@shop.test", &mailbox)), info);
    assert_eq!(claim(&forwarded("info@shop.test", alpha)), info);
    assert_eq!(host(store, &hosted("sales@shop.test", &mailbox)), sales);
    assert_eq!(claim(&forwarded("sales@shop.test", alpha)), sales);
    let two = MailPassword::from_hash("$argon2id$two".to_owned());
    let usage = MailUsage::Hosted { mailspace: mailbox.mailspace, mailbox: mailbox.id, password: two };
    let changed = MailAddress { usage, ..info };
    let written = changed.clone();
    write(store, move |tx| tx.update_mail_address(&written));
    assert_eq!(present(store, "info@shop.test"), Some(changed));
    assert!(try_write(store, move |tx| tx.update_mail_address(&sales)).is_err());
}

pub(crate) fn a_domain_belongs_to_one_mailspace(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let ((shop, first), (other, second)) =
        (furnished(store, "shop", alpha), furnished(store, "other", alpha));
    let (info, jane) = (hosted("info@shop.test", &first), hosted("jane@shop.test", &first));
    host(store, &info);
    host(store, &jane);
    let link = || write(store, move |tx| tx.link_mail_domain(&name("shop.test"), other.id));
    assert_eq!(link(), shop.id);
    // Whoever does not ask is stopped by the constraint.
    let stray = hosted("stray@shop.test", &second);
    assert!(try_write(store, move |tx| tx.claim_mail_address(&stray)).is_err());
    let torn = MailAddress { usage: hosted("x@shop.test", &second).usage, ..jane.clone() };
    assert!(try_write(store, move |tx| tx.update_mail_address(&torn)).is_err());
    write(store, move |tx| tx.delete_mail_address(&info));
    assert_eq!(link(), shop.id);
    write(store, move |tx| tx.delete_mail_address(&jane));
    assert_eq!(link(), other.id);
}

pub(crate) fn an_address_is_free_with_its_last_forwarding(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let from = forwarded("sales@shop.test", alpha);
    let claimed = from.clone();
    write(store, move |tx| tx.claim_mail_address(&claimed));
    let (first, second) = (forwarding(&from, "a@example.net"), forwarding(&from, "b@example.net"));
    assert_eq!((forward(store, &first), forward(store, &second)), (Inserted::Yes, Inserted::Yes));
    assert_eq!(forward(store, &forwarding(&from, "a@example.net")), Inserted::Taken);
    let (address, target) = (first.address.clone(), first.target.clone());
    let found = read(store, move |snapshot| snapshot.mail_forwarding(alpha, &address, &target));
    assert_eq!(found.as_ref(), Some(&first));
    for (gone, left) in [(first, true), (second, false)] {
        write(store, move |tx| {
            tx.delete_mail_forwarding(gone.id)?;
            tx.release_mail_address(gone.address_id)
        });
        assert_eq!(present(store, "sales@shop.test").is_some(), left);
    }
}

pub(crate) fn a_web_forwarding_reads_back_as_it_was_written(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let web = |account, kind| WebForwarding {
        id: WebForwardingId(id()),
        source: name("www.shop.test"),
        target: WebTarget::parse("https://www.example.net/a?b=c").unwrap(),
        kind,
        account,
        held_name: name("shop.test"),
        added_at: noon(),
    };
    let found = || read(store, |snapshot| snapshot.web_forwarding(&name("www.shop.test")));
    for kind in [WebForwardingKind::Redirect, WebForwardingKind::Framed] {
        let (first, second) = (web(alpha, kind), web(bravo, kind));
        let (written, id) = (first.clone(), first.id);
        assert_eq!(write(store, move |tx| tx.insert_web_forwarding(&written)), Inserted::Yes);
        assert_eq!(write(store, move |tx| tx.insert_web_forwarding(&second)), Inserted::Taken);
        assert_eq!(found(), Some(first));
        write(store, move |tx| tx.delete_web_forwarding(id));
        assert_eq!(found(), None);
    }
}

const fn first<K>(most: u32) -> Slice<K> {
    Slice { after: None, skip: 0, most }
}

fn three(a: &str, b: &str, c: &str) -> (Vec<String>, u64) {
    ([a, b, c].into_iter().filter(|text| !text.is_empty()).map(str::to_owned).collect(), 3)
}

pub(crate) fn lists_come_in_pieces(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    for space in ["c", "a", "b"] {
        let (_, mailbox) = furnished(store, space, alpha);
        host(store, &hosted(&format!("{space}@{space}.test"), &mailbox));
    }
    furnished(store, "d", bravo);
    let spaces = |slice: Slice<MailspaceName>| {
        let count = read(store, move |snapshot| snapshot.count_mailspaces(alpha));
        let rows = read(store, move |snapshot| snapshot.mailspaces_of(alpha, &slice));
        (rows.iter().map(|space| space.name.to_string()).collect(), count)
    };
    assert_eq!(spaces(first(9)), three("a", "b", "c"));
    assert_eq!(spaces(Slice { after: None, skip: 1, most: 1 }), three("b", "", ""));
    let after = Some(MailspaceName::parse("a").unwrap());
    assert_eq!(spaces(Slice { after, skip: 1, most: 9 }), three("c", "", ""));
    let filter = MailboxFilter::Account(alpha);
    let count = read(store, move |snapshot| snapshot.count_mailboxes(filter));
    let rows = read(store, move |snapshot| snapshot.mailboxes(filter, &first(2)));
    let place = |placed: &PlacedMailbox| format!("{}/{}", placed.mailspace, placed.mailbox.name);
    assert_eq!((rows.iter().map(place).collect(), count), three("a/a", "b/b", ""));
    let filter = MailAddressFilter::Account(alpha);
    let count = read(store, move |snapshot| snapshot.count_mail_addresses(filter));
    let rows = read(store, move |snapshot| snapshot.mail_addresses(filter, &first(2)));
    let place = |placed: &PlacedMailAddress| format!("{}:{}", placed.mailbox, placed.address);
    assert_eq!((rows.iter().map(place).collect(), count), three("a:a@a.test", "b:b@b.test", ""));
}
