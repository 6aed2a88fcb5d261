//! Domains and their links.

use engine::model::{
    AccountId, AuthInfoDigest, ContactId, Domain, DomainId, Ds, GracePeriod, HostAddress, HostAttribute,
    HostId, Redemption, Role, Status, Transfer, TransferState,
};
use engine::ports::store::{Deleted, Inserted, Kind, Store};

use crate::client::{read, write};
use crate::fixtures::{contact, domain, host, name, noon, opened, transfer};

pub(crate) fn a_domain_reads_back_as_it_was_written(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let shop = rich(alpha);
    let written = shop.clone();
    assert_eq!(write(store, move |tx| tx.insert_domain(&written, &[], &[])), Inserted::Yes);
    let id = shop.id;
    assert_eq!(read(store, move |snapshot| snapshot.domain_by_id(id)), Some(shop.clone()));
    assert_eq!(read(store, |snapshot| snapshot.domain(&name("shop.test"))), Some(shop));
    assert_eq!(read(store, |snapshot| snapshot.count_domains()), 1);
}

pub(crate) fn a_taken_name_is_refused_with_its_links(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (first, second, jane) =
        (domain("shop.test", alpha), domain("shop.test", alpha), contact("JD-1", alpha));
    let (first_id, second_id, link) = (first.id, second.id, (Role::Admin, jane.id));
    write(store, move |tx| {
        tx.insert_contact(&jane)?;
        tx.insert_domain(&first, &[], &[])
    });
    assert_eq!(write(store, move |tx| tx.insert_domain(&second, &[link], &[])), Inserted::Taken);
    assert_eq!(read(store, |snapshot| snapshot.domain(&name("shop.test"))).unwrap().id, first_id);
    assert!(read(store, move |snapshot| snapshot.domain_contacts(second_id)).is_empty());
    assert_eq!(store.names().count(Kind::Domain), 1);
}

pub(crate) fn an_update_replaces_the_row(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let written = rich(alpha);
    let plain = Domain { id: written.id, ..domain("shop.test", alpha) };
    let mut changed = Domain { sponsor: bravo, transferred_at: Some(noon().plus_days(9)), ..plain };
    changed.created_at = noon().plus_days(-9);
    changed.touch(bravo, noon().plus_days(9));
    let expected = changed.clone();
    write(store, move |tx| {
        tx.insert_domain(&written, &[], &[])?;
        tx.update_domain(&changed)
    });
    assert_eq!(read(store, |snapshot| snapshot.domain(&name("shop.test"))), Some(expected));
}

pub(crate) fn domains_are_listed_by_age_with_those_on_their_way(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let own = ["c.test", "a.test", "b.test"].map(|name| domain(name, alpha));
    let (asked, stayed) = (domain("asked.test", bravo), domain("stayed.test", bravo));
    let ids: Vec<DomainId> = own.iter().map(|domain| domain.id).chain([asked.id]).collect();
    write(store, move |tx| {
        for domain in own.iter().chain([&asked, &stayed]) {
            tx.insert_domain(domain, &[], &[])?;
        }
        tx.put_transfer(&transfer(asked.id.into(), alpha, bravo))?;
        let ended = transfer(stayed.id.into(), alpha, bravo);
        tx.put_transfer(&Transfer { state: TransferState::ClientRejected, ..ended })
    });
    let list = |after, most| {
        read(store, move |snapshot| snapshot.domains_of(alpha, after, most))
            .iter()
            .map(|domain| domain.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(list(DomainId(0), 10), ids);
    assert_eq!((list(DomainId(0), 2), list(ids[1], 10)), (ids[..2].to_vec(), ids[2..].to_vec()));
}

pub(crate) fn contacts_are_listed_by_role_and_handle(store: &dyn Store) {
    let (shop, jane, john) = furnished(store);
    let links = [(Role::Tech, john), (Role::Registrant, jane), (Role::Tech, jane), (Role::Admin, john)];
    write(store, move |tx| tx.link_contacts(shop, &links));
    let expected = [(Role::Registrant, jane), (Role::Admin, john), (Role::Tech, jane), (Role::Tech, john)];
    assert_eq!(contacts(store, shop), expected);
    // Some are there already, and one is named twice.
    let more = [
        (Role::Tech, jane),
        (Role::Billing, jane),
        (Role::Billing, jane),
        (Role::Tech, john),
        (Role::Admin, jane),
    ];
    write(store, move |tx| tx.link_contacts(shop, &more));
    assert_eq!(contacts(store, shop).len(), 6);
    write(store, move |tx| {
        tx.unlink_contacts(shop, &[(Role::Tech, jane), (Role::Tech, john), (Role::Billing, john)])
    });
    let expected =
        [(Role::Registrant, jane), (Role::Admin, jane), (Role::Admin, john), (Role::Billing, jane)];
    assert_eq!(contacts(store, shop), expected);
}

pub(crate) fn the_domains_of_a_contact_are_listed_by_name(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let jane = contact("JD-1", alpha);
    let (id, domains) = (jane.id, ["c.test", "a.test", "b.test"].map(|name| domain(name, alpha)));
    write(store, move |tx| {
        tx.insert_contact(&jane)?;
        for (domain, role) in domains.iter().zip([Role::Registrant, Role::Registrant, Role::Tech]) {
            tx.insert_domain(domain, &[(role, id)], &[])?;
        }
        Ok(())
    });
    let names = |role| -> Vec<String> {
        let found = read(store, move |snapshot| snapshot.domains_with(id, role));
        found.iter().map(|domain| domain.name.to_string()).collect()
    };
    assert_eq!(names(Role::Registrant), ["a.test", "c.test"]);
    assert_eq!(names(Role::Tech), ["b.test"]);
    assert!(names(Role::Admin).is_empty());
}

pub(crate) fn hosts_are_listed_by_name(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let shop = domain("shop.test", alpha);
    let id = shop.id;
    let made: Vec<_> = (0..13).map(|number| host(&format!("ns{number:02}.example.test"), alpha)).collect();
    let ids: Vec<HostId> = made.iter().map(|host| host.id).collect();
    let reversed: Vec<HostId> = ids.iter().rev().copied().collect();
    write(store, move |tx| {
        made.iter().try_for_each(|host| tx.insert_host(host).map(drop))?;
        tx.insert_domain(&shop, &[], &reversed)
    });
    assert_eq!(hosts(store, id), ids);
    let (gone, kept) = (ids[3..].to_vec(), ids[..3].to_vec());
    write(store, move |tx| tx.unlink_hosts(id, &gone));
    assert_eq!(hosts(store, id), kept);
    let again = ids.clone();
    write(store, move |tx| tx.link_hosts(id, &again));
    assert_eq!(hosts(store, id), ids);
}

pub(crate) fn a_deletion_takes_links_and_transfer_along(store: &dyn Store) {
    let (shop, jane, _) = furnished(store);
    let alpha = opened(store, "LOSER");
    let pending = transfer(shop.into(), alpha, alpha);
    let doomed = write(store, move |tx| {
        tx.link_contacts(shop, &[(Role::Registrant, jane)])?;
        tx.put_transfer(&pending)?;
        tx.domain_by_id(shop)
    });
    assert_eq!(write(store, move |tx| tx.delete_domain(doomed.as_ref().unwrap())), Deleted::Yes);
    assert!(read(store, |snapshot| snapshot.domain(&name("shop.test"))).is_none());
    assert!(!read(store, move |snapshot| snapshot.contact_is_linked(jane)));
    assert!(read(store, move |snapshot| snapshot.transfer(shop.into())).is_none());
    assert!(!store.names().holds(Kind::Domain, "shop.test"));
    assert_eq!(read(store, |snapshot| snapshot.count_domains()), 0);
}

pub(crate) fn a_domain_with_hosts_inside_stays_whole(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (shop, jane) = (domain("shop.test", alpha), contact("JD-1", alpha));
    let mut inside = host("ns1.shop.test", alpha);
    inside.superordinate = Some(shop.id);
    let (id, contact, server) = (shop.id, jane.id, inside.id);
    let doomed = shop.clone();
    let deleted = write(store, move |tx| {
        tx.insert_contact(&jane)?;
        tx.insert_domain(&shop, &[(Role::Registrant, contact)], &[])?;
        tx.insert_host(&inside)?;
        tx.link_hosts(shop.id, &[server])?;
        tx.delete_domain(&shop)
    });
    assert_eq!(deleted, Deleted::InUse);
    assert_eq!(contacts(store, id), [(Role::Registrant, contact)]);
    assert_eq!(hosts(store, id), [server]);
    assert!(store.names().holds(Kind::Domain, "shop.test"));

    let inside = read(store, |snapshot| snapshot.host(&name("ns1.shop.test"))).unwrap();
    let deleted = write(store, move |tx| {
        tx.unlink_hosts(id, &[server])?;
        tx.delete_host(&inside)?;
        tx.delete_domain(&doomed)
    });
    assert_eq!(deleted, Deleted::Yes);
}

pub(crate) fn a_name_can_be_registered_again(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (first, second) = (domain("shop.test", alpha), domain("shop.test", alpha));
    let expected = second.id;
    let inserted = write(store, move |tx| {
        tx.insert_domain(&first, &[], &[])?;
        tx.delete_domain(&first)?;
        tx.insert_domain(&second, &[], &[])
    });
    assert_eq!(inserted, Inserted::Yes);
    assert_eq!(read(store, |snapshot| snapshot.domain(&name("shop.test"))).unwrap().id, expected);
    assert!(store.names().holds(Kind::Domain, "shop.test"));
    assert_eq!(store.names().count(Kind::Domain), 1);
}

/// A domain with something in every field.
fn rich(sponsor: AccountId) -> Domain {
    let mut shop = domain("shop.test", sponsor);
    shop.statuses.set(Status::ClientHold, None);
    shop.authinfo = AuthInfoDigest::from_store(&[5; 32]);
    let addresses = vec![
        HostAddress::parse("192.0.2.1", false).unwrap(),
        HostAddress::parse("2001:db8::1", true).unwrap(),
    ];
    shop.host_attributes = vec![
        HostAttribute { name: name("ns.shop.test"), addresses },
        HostAttribute { name: name("ns.example.test"), addresses: Vec::new() },
    ];
    shop.dnssec.max_signature_life = Some(604_800);
    shop.dnssec.ds = vec![Ds::parse(12345, 13, 2, &"AB".repeat(32), None).unwrap()];
    shop.grace = vec![GracePeriod::Add { until: noon() }, GracePeriod::Renew { until: noon().plus_days(5) }];
    shop.redemption = Some(Redemption {
        deleted_at: noon(),
        redeemable_until: noon().plus_days(30),
        purge_at: noon().plus_days(35),
        restore_requested_at: Some(noon().plus_days(1)),
    });
    shop
}

/// A domain without links, and two contacts.
fn furnished(store: &dyn Store) -> (DomainId, ContactId, ContactId) {
    let alpha = opened(store, "ALPHA");
    let (shop, jane, john) = (domain("shop.test", alpha), contact("JD-1", alpha), contact("JD-2", alpha));
    let ids = (shop.id, jane.id, john.id);
    write(store, move |tx| {
        tx.insert_contact(&jane)?;
        tx.insert_contact(&john)?;
        tx.insert_domain(&shop, &[], &[])
    });
    ids
}

fn contacts(store: &dyn Store, id: DomainId) -> Vec<(Role, ContactId)> {
    let found = read(store, move |snapshot| snapshot.domain_contacts(id));
    found.into_iter().map(|contact| (contact.role, contact.id)).collect()
}

fn hosts(store: &dyn Store, id: DomainId) -> Vec<HostId> {
    read(store, move |snapshot| snapshot.domain_hosts(id)).into_iter().map(|host| host.id).collect()
}
