//! Transfers.

use engine::model::{
    Arrival, Delegation, DomainId, HostAddress, HostAttribute, NamePattern, Transfer, TransferState,
};
use engine::ports::store::{Slice, Store};

use crate::client::{read, write};
use crate::fixtures::{domain, name, noon, opened, transfer};

pub(crate) fn the_latest_transfer_replaces_the_one_before(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let shop = domain("shop.test", alpha);
    let object = shop.id.into();
    write(store, move |tx| tx.insert_domain(&shop, &[], &[]));
    assert!(read(store, move |snapshot| snapshot.transfer(object)).is_none());

    let first = transfer(object, bravo, alpha);
    let put = first.clone();
    write(store, move |tx| tx.put_transfer(&put));
    assert_eq!(read(store, move |snapshot| snapshot.transfer(object)), Some(first));

    let mut second = transfer(object, alpha, bravo);
    second.state = TransferState::ServerApproved;
    second.acts_at = noon().plus_days(7);
    second.expires_at = None;
    second.years = 0;
    second.asked = None;
    let put = second.clone();
    write(store, move |tx| tx.put_transfer(&put));
    assert_eq!(read(store, move |snapshot| snapshot.transfer(object)), Some(second));
}

pub(crate) fn earlier_transfers_are_kept(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let shop = domain("shop.test", alpha);
    let (object, doomed) = (shop.id.into(), shop.clone());
    let pending = transfer(object, bravo, alpha);
    let ended = Transfer { state: TransferState::ClientRejected, ..pending.clone() };
    let again = Transfer { requested_at: noon().plus_days(6), ..pending.clone() };
    // What the domain was to have, and who could agree, is forgotten with the transfer that brings nothing any more.
    let expected =
        [Transfer { arrival: Arrival::default(), needs_sponsor: false, ..ended.clone() }, again.clone()];
    write(store, move |tx| {
        tx.insert_domain(&shop, &[], &[])?;
        [&pending, &ended, &again].into_iter().try_for_each(|transfer| tx.put_transfer(transfer))
    });
    assert_eq!(read(store, move |snapshot| snapshot.transfers_of(object)), expected);
    write(store, move |tx| tx.delete_domain(&doomed));
    assert_eq!(read(store, move |snapshot| snapshot.transfers_of(object)), []);
}

pub(crate) fn pending_transfers_are_listed_by_side(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let (going, coming, over) = (domain("a.test", alpha), domain("b.test", bravo), domain("c.test", alpha));
    let expected = [going.name.clone(), coming.name.clone()];
    write(store, move |tx| {
        for domain in [&going, &coming, &over] {
            tx.insert_domain(domain, &[], &[])?;
        }
        tx.put_transfer(&transfer(going.id.into(), bravo, alpha))?;
        tx.put_transfer(&transfer(coming.id.into(), alpha, bravo))?;
        let ended = transfer(over.id.into(), bravo, alpha);
        tx.put_transfer(&Transfer { state: TransferState::ServerCancelled, ..ended })
    });
    for (incoming, expected) in [false, true].into_iter().zip(expected) {
        let list = move |pattern: &str| {
            let (pattern, slice) =
                (NamePattern::new(pattern), Slice { after: Some(DomainId(0)), skip: 0, most: 9 });
            read(store, move |snapshot| {
                let found = snapshot.pending_transfers(alpha, incoming, &pattern, &slice)?;
                assert_eq!(found.len() as u64, snapshot.count_pending_transfers(alpha, incoming, &pattern)?);
                Ok(found)
            })
        };
        let found: Vec<_> = list("*.test").into_iter().map(|(name, _)| name).collect();
        assert_eq!(found, [expected]);
        assert_eq!(list("x*"), []);
    }
}

pub(crate) fn what_a_domain_is_to_have_is_kept(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let shop = domain("shop.test", alpha);
    let object = shop.id.into();
    let addresses = vec![HostAddress::parse("192.0.2.1", false).unwrap()];
    let servers = vec![HostAttribute { name: name("ns.shop.test"), addresses }];
    write(store, move |tx| tx.insert_domain(&shop, &[], &[]));
    let delegations = [
        None,
        Some(Delegation::Hosts(vec![name("ns1.example"), name("ns2.example")])),
        Some(Delegation::Attributes(servers.clone())),
        Some(Delegation::Listed(servers)),
        Some(Delegation::House),
    ];
    for delegation in delegations {
        let mut asked = transfer(object, bravo, alpha);
        asked.arrival = Arrival { delegation, ..asked.arrival };
        let put = asked.clone();
        write(store, move |tx| tx.put_transfer(&put));
        assert_eq!(read(store, move |snapshot| snapshot.transfer(object)), Some(asked));
    }
}
