//! Lists of what an account has.

use engine::model::{AccountId, Domain, NamePattern, Redemption, Role, Status, Tag, Trade, TransferState};
use engine::ports::store::{DomainFilter, DomainKey, DomainOrder, Slice, Store};

use crate::client::{read, write};
use crate::fixtures::{asked, contact, domain, handle, host, name, noon, opened};

const ORDERS: [DomainOrder; 4] =
    [DomainOrder::Name, DomainOrder::Created, DomainOrder::Updated, DomainOrder::Expiry];

fn all<'a>(owner: AccountId, pattern: &'a NamePattern) -> DomainFilter<'a> {
    DomainFilter {
        owner,
        pattern,
        zone: None,
        expires_from: engine::model::Instant::from_millis(i64::MIN),
        expires_before: engine::model::Instant::from_millis(i64::MAX),
        is_deleted: None,
        is_held: None,
        tag: None,
    }
}

fn sole<K>(after: Option<K>, skip: u64, most: u32) -> Slice<K> {
    Slice { after, skip, most }
}

/// Some domains of one account, alike in some of what they are sorted by, and one of another.
fn stocked(store: &dyn Store) -> (AccountId, Vec<Domain>) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let mut own = ["c.test", "a.test", "b.test", "d.test"].map(|name| domain(name, alpha));
    own[0].expires_at = noon().plus_years(3);
    own[1].updated_at = Some(noon().plus_days(1));
    own[1].updater = Some(alpha);
    own[2].statuses.set(Status::ServerHold, None);
    own[3].redemption = Some(Redemption::begin(noon(), 30, 5));
    let (written, theirs) = (own.clone(), domain("theirs.test", bravo));
    write(store, move |tx| {
        written.iter().chain([&theirs]).try_for_each(|domain| tx.insert_domain(domain, &[], &[]).map(drop))
    });
    (alpha, own.into())
}

fn key(domain: &Domain, by: DomainOrder) -> (String, i64, i64) {
    let id = domain.id.0;
    match by {
        DomainOrder::Name => (domain.name.to_string(), 0, id),
        DomainOrder::Created => (String::new(), 0, id),
        DomainOrder::Updated => (String::new(), domain.updated_at.unwrap_or(domain.created_at).millis(), id),
        DomainOrder::Expiry => (String::new(), domain.expires_at.millis(), id),
    }
}

pub(crate) fn domains_are_read_in_every_order_from_anywhere(store: &dyn Store) {
    let (alpha, mut own) = stocked(store);
    for by in ORDERS {
        own.sort_by_key(|domain| key(domain, by));
        for descending in [false, true] {
            for start in 0..=own.len() {
                let after = start.checked_sub(1).map(|last| DomainKey::of(&own[last]));
                let found = read(store, move |snapshot| {
                    let pattern = NamePattern::any();
                    snapshot.owned_domains(&all(alpha, &pattern), (by, descending), &sole(after, 1, 2))
                });
                let expected: Vec<_> = own.iter().skip(start + 1).take(2).cloned().collect();
                assert_eq!(found, expected, "{by:?} {descending} {start}");
            }
            own.reverse();
        }
    }
}

pub(crate) fn domains_are_sifted_and_counted(store: &dyn Store) {
    let (alpha, own) = stocked(store);
    let (tag, id) = (Tag::parse("mine").unwrap(), own[0].id);
    let (label, same) = (tag.clone(), tag.clone());
    write(store, move |tx| tx.add_tags(id, alpha, std::slice::from_ref(&label)));
    let count = |pattern: &str, change: fn(&mut DomainFilter<'_>), tag: Option<Tag>| {
        let pattern = NamePattern::new(pattern);
        read(store, move |snapshot| {
            let mut filter = DomainFilter { tag: tag.as_ref(), ..all(alpha, &pattern) };
            change(&mut filter);
            let listed = snapshot.owned_domains(&filter, (DomainOrder::Name, false), &sole(None, 0, 9))?;
            assert_eq!(listed.len() as u64, snapshot.count_owned_domains(&filter)?);
            Ok(listed.len())
        })
    };
    assert_eq!(count("", |_| {}, None), 4);
    assert_eq!(count("a.*", |_| {}, None), 1);
    assert_eq!(count("?.test", |filter| filter.is_held = Some(true), None), 1);
    assert_eq!(count("", |filter| filter.is_held = Some(false), None), 3);
    assert_eq!(count("", |filter| filter.is_deleted = Some(true), None), 1);
    assert_eq!(count("", |filter| filter.expires_from = noon().plus_years(2), None), 1);
    assert_eq!(count("", |filter| filter.expires_before = noon().plus_years(2), None), 3);
    assert_eq!(count("", |_| {}, Some(same)), 1);
    assert_eq!(read(store, move |snapshot| snapshot.tags_of(id)), [tag]);
    write(store, move |tx| tx.remove_tags(id));
    assert_eq!(read(store, move |snapshot| snapshot.tags_of(id)), []);
}

pub(crate) fn links_of_many_are_named_at_once(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (jane, server) = (contact("JANE", alpha), host("ns.example.test", alpha));
    let (plain, linked) = (domain("plain.test", alpha), domain("linked.test", alpha));
    let (ids, jane_id, server_id) = ([linked.id, plain.id], jane.id, server.id);
    write(store, move |tx| {
        tx.insert_contact(&jane)?;
        tx.insert_host(&server)?;
        tx.insert_domain(&plain, &[], &[])?;
        tx.insert_domain(&linked, &[(Role::Tech, jane.id), (Role::Admin, jane.id)], &[server.id])
    });
    let found = read(store, move |snapshot| snapshot.links_of(&ids));
    assert_eq!(found.len(), 2);
    let links = |id| &found.iter().find(|(found, _)| *found == id).unwrap().1;
    let roles: Vec<_> = links(ids[0]).contacts.iter().map(|contact| (contact.role, contact.id)).collect();
    assert_eq!(roles, [(Role::Admin, jane_id), (Role::Tech, jane_id)]);
    assert_eq!(links(ids[0]).hosts[0].id, server_id);
    assert_eq!(*links(ids[1]), Default::default());
}

pub(crate) fn many_are_found_by_name_with_their_labels_at_once(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let domains: Vec<_> = (0..20).map(|number| domain(&format!("n{number}.test"), alpha)).collect();
    let written = domains.clone();
    let tag = |text: &str| Tag::parse(text).unwrap();
    let labels = [tag("a"), tag("b")];
    write(store, move |tx| {
        for domain in &written {
            tx.insert_domain(domain, &[], &[])?;
        }
        tx.add_tags(written[19].id, alpha, &labels)?;
        tx.add_tags(written[3].id, alpha, &labels[..1])
    });
    let mut names: Vec<_> = domains[..18].iter().map(|domain| domain.name.clone()).collect();
    names.push(name("missing.test"));
    let mut found = read(store, move |snapshot| snapshot.domains_named(&names));
    found.sort_by_key(|domain| domain.id);
    assert_eq!(found, domains[..18]);

    let ids: Vec<_> = domains.iter().map(|domain| domain.id).collect();
    let mut expected = vec![(ids[3], tag("a")), (ids[19], tag("a")), (ids[19], tag("b"))];
    expected.sort();
    assert_eq!(read(store, move |snapshot| snapshot.tags_of_all(&ids)), expected);
}

pub(crate) fn a_trade_is_replaced_and_goes_with_its_domain(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let shop = domain("shop.test", alpha);
    let first = Trade {
        domain: shop.id,
        state: TransferState::Pending,
        account: alpha,
        requested_at: noon(),
        acts_at: noon().plus_days(5),
        from: Some(handle("JANE")),
        to: handle("JOHN"),
        asked: Some(asked()),
    };
    let second = Trade { state: TransferState::ClientCancelled, from: None, asked: None, ..first.clone() };
    let (id, doomed) = (shop.id, shop.clone());
    write(store, move |tx| tx.insert_domain(&shop, &[], &[]));
    for trade in [first, second] {
        let put = trade.clone();
        write(store, move |tx| tx.put_trade(&put));
        assert_eq!(read(store, move |snapshot| snapshot.trade(id)), Some(trade));
    }
    write(store, move |tx| tx.delete_domain(&doomed));
    assert_eq!(read(store, move |snapshot| snapshot.trade(id)), None);
}

pub(crate) fn trades_are_listed_by_state(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let domains = [domain("b.test", alpha), domain("a.test", alpha), domain("theirs.test", bravo)];
    let trade = |domain: &Domain, state| Trade {
        domain: domain.id,
        state,
        account: domain.sponsor,
        requested_at: noon(),
        acts_at: noon().plus_days(5),
        from: None,
        to: handle("JOHN"),
        asked: None,
    };
    let states = [TransferState::Pending, TransferState::ServerApproved, TransferState::Pending];
    let trades: Vec<Trade> = domains.iter().zip(states).map(|(domain, state)| trade(domain, state)).collect();
    let (registered, put) = (domains.clone(), trades.clone());
    write(store, move |tx| {
        registered.iter().try_for_each(|domain| tx.insert_domain(domain, &[], &[]).map(drop))?;
        put.iter().try_for_each(|trade| tx.put_trade(trade))
    });
    let listed = |states: &'static [TransferState], after| {
        let slice = Slice { after, skip: 0, most: 9 };
        read(store, move |snapshot| snapshot.trades(alpha, states, &slice))
    };
    let named = |place: usize| (domains[place].name.clone(), trades[place].clone());
    assert_eq!(listed(&TransferState::ALL, None), [named(0), named(1)]);
    assert_eq!(listed(&TransferState::ALL, Some(domains[0].id)), [named(1)]);
    assert_eq!(listed(&[TransferState::Pending], None), [named(0)]);
    assert_eq!(listed(&[], None), []);
    assert_eq!(read(store, move |snapshot| snapshot.count_trades(alpha, &TransferState::ALL)), 2);
}

pub(crate) fn contacts_are_found_by_what_they_say(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let (first, second, theirs) = (contact("ONE", alpha), contact("TWO", alpha), contact("THEIRS", bravo));
    let details = first.details.clone();
    let found = |account| {
        let details = details.clone();
        read(store, move |snapshot| snapshot.same_contact(account, &details)).map(|contact| contact.handle)
    };
    let mut changed = first.clone();
    changed.details.email = engine::model::Email::parse("other@example.test").unwrap();
    assert_eq!(found(alpha), None);
    write(store, move |tx| {
        [&first, &second, &theirs].into_iter().try_for_each(|contact| tx.insert_contact(contact).map(drop))
    });
    assert_eq!((found(alpha), found(bravo)), (Some(handle("ONE")), Some(handle("THEIRS"))));
    write(store, move |tx| tx.update_contact(&changed));
    assert_eq!(found(alpha), Some(handle("TWO")));
}

pub(crate) fn contacts_and_hosts_are_read_by_pieces(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let contacts = ["JO", "JANE", "JACK", "ANN"].map(|text| contact(&format!("{text}-1"), alpha));
    let hosts = ["ns2.test", "ns1.test", "dns.test"].map(|text| host(text, alpha));
    let second = contacts[1].id;
    write(store, move |tx| {
        contacts.iter().try_for_each(|contact| tx.insert_contact(contact).map(drop))?;
        hosts.iter().try_for_each(|host| tx.insert_host(host).map(drop))?;
        tx.insert_host(&host("ns3.test", bravo))
    });
    let (found, count) = read(store, move |snapshot| {
        let pattern = NamePattern::new("j*");
        let found = snapshot.owned_contacts(alpha, &pattern, &sole(Some(second), 0, 9))?;
        Ok((found, snapshot.count_owned_contacts(alpha, &pattern)?))
    });
    assert_eq!((found.len(), found[0].handle.clone(), count), (1, handle("JACK-1"), 3));
    let (found, count) = read(store, move |snapshot| {
        let pattern = NamePattern::new("ns?.test");
        let found = snapshot.owned_hosts(alpha, &pattern, &sole(Some(name("ns1.test")), 0, 9))?;
        Ok((found, snapshot.count_owned_hosts(alpha, &pattern)?))
    });
    assert_eq!((found.len(), found[0].name.clone(), count), (1, name("ns2.test"), 2));
}
