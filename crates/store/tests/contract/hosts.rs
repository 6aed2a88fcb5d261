//! Host objects.

use engine::model::{HostAddress, HostRef, Status};
use engine::ports::store::{Deleted, Inserted, Kind, Store};

use crate::client::{read, refuse, write};
use crate::fixtures::{domain, host, name, noon, opened};

pub(crate) fn a_host_reads_back_as_it_was_written(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let shop = domain("shop.test", alpha);
    let mut server = host("ns1.shop.test", alpha);
    server.superordinate = Some(shop.id);
    server.addresses = vec![
        HostAddress::parse("192.0.2.1", false).unwrap(),
        HostAddress::parse("2001:db8::1", true).unwrap(),
    ];
    server.statuses.set(Status::ServerUpdateProhibited, None);
    server.touch(alpha, noon());
    let (number, written) = (server.id, server.clone());
    let id = shop.id;
    let inserted = write(store, move |tx| {
        tx.insert_domain(&shop, &[], &[])?;
        tx.insert_host(&written)
    });
    assert_eq!(inserted, Inserted::Yes);
    assert_eq!(read(store, |snapshot| snapshot.host(&name("ns1.shop.test"))).as_ref(), Some(&server));
    assert_eq!(read(store, move |snapshot| snapshot.host_by_id(number)), Some(server));
    assert_eq!(read(store, move |snapshot| snapshot.subordinate_hosts(id)), [name("ns1.shop.test")]);
}

pub(crate) fn hosts_are_found_for_any_number_of_names(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let made: Vec<_> = (0..20).map(|number| host(&format!("ns{number}.example.test"), alpha)).collect();
    let expected = made.clone();
    write(store, move |tx| made.iter().try_for_each(|host| tx.insert_host(host).map(drop)));
    for count in [0, 1, 2, 5, 20] {
        let mut asked: Vec<_> = expected[..count].iter().map(|host| host.name.clone()).collect();
        asked.push(name("nobody.example.test"));
        let mut found = read(store, move |snapshot| snapshot.hosts(&asked));
        found.sort_by_key(|host| host.id);
        assert_eq!(found, expected[..count], "{count} names");
    }
}

pub(crate) fn a_reference_says_who_lacks_glue(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let shop = domain("shop.test", alpha);
    let mut made = ["ns.example.test", "without.shop.test", "with.shop.test"].map(|name| host(name, alpha));
    made[1].superordinate = Some(shop.id);
    made[2].superordinate = Some(shop.id);
    made[2].addresses = vec![HostAddress::parse("192.0.2.1", false).unwrap()];
    let expected =
        [0, 1, 2].map(|at| HostRef { name: made[at].name.clone(), id: made[at].id, lacks_glue: at == 1 });
    write(store, move |tx| {
        tx.insert_domain(&shop, &[], &[])?;
        made.iter().try_for_each(|host| tx.insert_host(host).map(drop))
    });
    let asked = ["with.shop.test", "nobody.test", "ns.example.test", "without.shop.test"].map(name);
    let mut found = read(store, move |snapshot| snapshot.host_refs(&asked));
    found.sort_by_key(|host| host.id);
    assert_eq!(found, expected);
}

pub(crate) fn a_rename_frees_the_old_name(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (mut server, other) = (host("ns1.example.test", alpha), host("ns2.example.test", alpha));
    let (written, taken) = (server.clone(), other.name.clone());
    write(store, move |tx| {
        tx.insert_host(&other)?;
        tx.insert_host(&written)
    });

    let before = server.name.clone();
    server.name = taken;
    let (colliding, old) = (server.clone(), before.clone());
    assert_eq!(write(store, move |tx| tx.update_host(&colliding, &old)), Inserted::Taken);
    assert!(store.names().holds(Kind::Host, "ns1.example.test"));

    server.name = name("ns3.example.test");
    let (renamed, old) = (server.clone(), before.clone());
    assert_eq!(refuse(store, move |tx| tx.update_host(&renamed, &old)), Inserted::Yes);
    assert!(!store.names().holds(Kind::Host, "ns3.example.test"));

    let renamed = server.clone();
    assert_eq!(write(store, move |tx| tx.update_host(&renamed, &before)), Inserted::Yes);
    assert_eq!(read(store, |snapshot| snapshot.host(&name("ns3.example.test"))), Some(server));
    assert!(read(store, |snapshot| snapshot.host(&name("ns1.example.test"))).is_none());
    assert!(!store.names().holds(Kind::Host, "ns1.example.test"));
    assert!(store.names().holds(Kind::Host, "ns3.example.test"));
    assert_eq!(store.names().count(Kind::Host), 2);
}

pub(crate) fn a_host_in_use_stays(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (server, shop) = (host("ns1.example.test", alpha), domain("shop.test", alpha));
    let (written, id, registered) = (server.clone(), server.id, shop.clone());
    write(store, move |tx| {
        tx.insert_host(&written)?;
        tx.insert_domain(&registered, &[], &[id])
    });
    let doomed = server.clone();
    assert!(read(store, move |snapshot| snapshot.host_is_linked(id)));
    assert_eq!(write(store, move |tx| tx.delete_host(&doomed)), Deleted::InUse);
    assert!(store.names().holds(Kind::Host, "ns1.example.test"));

    write(store, move |tx| tx.delete_domain(&shop));
    assert!(!read(store, move |snapshot| snapshot.host_is_linked(id)));
    assert_eq!(write(store, move |tx| tx.delete_host(&server)), Deleted::Yes);
    assert!(!store.names().holds(Kind::Host, "ns1.example.test"));
}

pub(crate) fn use_by_other_sponsors_is_seen_also_after_a_transfer(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let server = host("ns1.example.test", alpha);
    let (mut shop, id) = (domain("shop.test", alpha), server.id);
    let registered = shop.clone();
    let beyond = |sponsor| read(store, move |snapshot| snapshot.host_is_linked_beyond(id, sponsor));
    write(store, move |tx| tx.insert_host(&server));
    assert!(!beyond(alpha) && !beyond(bravo), "nobody uses it");
    write(store, move |tx| tx.insert_domain(&registered, &[], &[id]));
    assert!(!beyond(alpha) && beyond(bravo));

    shop.sponsor = bravo;
    let transferred = shop.clone();
    write(store, move |tx| tx.update_domain(&transferred));
    assert!(beyond(alpha) && !beyond(bravo), "the link has to follow its domain");

    let other = domain("other.test", alpha);
    write(store, move |tx| {
        tx.insert_domain(&other, &[], &[])?;
        tx.link_hosts(other.id, &[id])
    });
    assert!(beyond(alpha) && beyond(bravo));
}

pub(crate) fn a_host_leaves_all_delegations_at_once(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let (gone, kept) = (host("ns1.example.test", alpha), host("ns2.example.test", alpha));
    let (gone_id, both) = (gone.id, [gone.id, kept.id]);
    let users = [("a.test", bravo), ("b.test", alpha), ("c.test", bravo)].map(|(name, by)| domain(name, by));
    let ids = users.each_ref().map(|user| user.id);
    let left = write(store, move |tx| {
        tx.insert_host(&gone)?;
        tx.insert_host(&kept)?;
        users.iter().try_for_each(|user| tx.insert_domain(user, &[], &both).map(drop))?;
        tx.unlink_host(gone.id)
    });
    let names = |texts: &[&str]| texts.iter().map(|text| name(text)).collect::<Vec<_>>();
    assert_eq!(left, [(alpha, names(&["b.test"])), (bravo, names(&["a.test", "c.test"]))]);
    assert!(!read(store, move |snapshot| snapshot.host_is_linked(gone_id)));
    for id in ids {
        let left = read(store, move |snapshot| snapshot.domain_hosts(id));
        assert_eq!(left.iter().map(|host| host.id).collect::<Vec<_>>(), both[1..]);
    }
    assert!(write(store, move |tx| tx.unlink_host(gone_id)).is_empty());
}

pub(crate) fn hosts_inside_follow_their_domain(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let shop = domain("shop.test", alpha);
    let id = shop.id;
    let inside = ["b.shop.test", "a.shop.test"].map(|name| {
        let mut server = host(name, alpha);
        server.superordinate = Some(id);
        server
    });
    let outside = host("ns.example.test", alpha);
    write(store, move |tx| {
        tx.insert_domain(&shop, &[], &[])?;
        tx.insert_host(&outside)?;
        inside.iter().try_for_each(|server| tx.insert_host(server).map(drop))
    });
    assert_eq!(
        read(store, move |snapshot| snapshot.subordinate_hosts(id)),
        [name("a.shop.test"), name("b.shop.test")]
    );
    write(store, move |tx| tx.move_hosts(id, bravo, noon().plus_days(1)));
    let servers =
        read(store, |snapshot| snapshot.hosts(&["a.shop.test", "b.shop.test", "ns.example.test"].map(name)));
    for server in servers {
        let (sponsor, moved) =
            if server.superordinate.is_some() { (bravo, Some(noon().plus_days(1))) } else { (alpha, None) };
        assert_eq!((server.sponsor, server.transferred_at), (sponsor, moved), "{}", server.name);
    }
}
