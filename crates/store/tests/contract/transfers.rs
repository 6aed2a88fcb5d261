//! Transfers.

use engine::model::{Arrival, Delegation, HostAddress, HostAttribute, TransferState};
use engine::ports::store::Store;

use crate::client::{read, write};
use crate::fixtures::{domain, name, noon, opened, transfer};

pub(crate) fn only_the_latest_transfer_is_kept(store: &dyn Store) {
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
