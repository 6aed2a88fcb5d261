//! What is sent on to elsewhere, in lists.

use engine::model::{AccountId, WebForwarding, WebForwardingId, WebForwardingKind, WebTarget};
use engine::ports::store::{ForwardingFilter, Inserted, Slice, Store};

use crate::client::{read, write};
use crate::fixtures::{id, name, noon, opened};
use crate::mail::{forward, forwarded, forwarding};

fn filter(account: AccountId, held_name: Option<&str>) -> ForwardingFilter {
    ForwardingFilter { account, held_name: held_name.map(name) }
}

const fn all<K>() -> Slice<K> {
    Slice { after: None, skip: 0, most: 9 }
}

pub(crate) fn mail_forwardings_are_listed_by_address_and_target(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    for (account, address, targets) in [
        (alpha, "sales@shop.test", &["b@example.net", "a@example.net"][..]),
        (alpha, "info@other.test", &["c@example.net"]),
        (bravo, "info@bravo.test", &["d@example.net"]),
    ] {
        let from = forwarded(address, account);
        let claimed = from.clone();
        write(store, move |tx| tx.claim_mail_address(&claimed));
        for target in targets {
            assert_eq!(forward(store, &forwarding(&from, target)), Inserted::Yes);
        }
    }
    let targets = |filter: ForwardingFilter, slice: Slice<_>| -> (Vec<String>, u64) {
        read(store, move |snapshot| {
            let rows = snapshot.mail_forwardings(&filter, &slice)?;
            let targets = rows.iter().map(|row| row.target.as_str().to_owned()).collect();
            Ok((targets, snapshot.count_mail_forwardings(&filter)?))
        })
    };
    let own = filter(alpha, None);
    let (listed, count) = targets(own.clone(), all());
    assert_eq!((listed.join(" ").as_str(), count), ("c@example.net a@example.net b@example.net", 3));
    let after = Some(("sales@shop.test", "a@example.net"))
        .map(|(address, target)| (forwarded(address, alpha).address, forwarded(target, alpha).address));
    assert_eq!(targets(own, Slice { after, skip: 0, most: 9 }).0, ["b@example.net"]);
    let (listed, count) = targets(filter(alpha, Some("other.test")), all());
    assert_eq!((listed.join(" ").as_str(), count), ("c@example.net", 1));
}

pub(crate) fn web_forwardings_are_listed_by_source(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    for (account, source, held_name) in [
        (alpha, "www.shop.test", "shop.test"),
        (alpha, "old.other.test", "other.test"),
        (alpha, "a.shop.test", "shop.test"),
        (bravo, "www.bravo.test", "bravo.test"),
    ] {
        let web = WebForwarding {
            id: WebForwardingId(id()),
            source: name(source),
            target: WebTarget::parse("https://www.example.net/").unwrap(),
            kind: WebForwardingKind::Redirect,
            account,
            held_name: name(held_name),
            added_at: noon(),
        };
        assert_eq!(write(store, move |tx| tx.insert_web_forwarding(&web)), Inserted::Yes);
    }
    let sources = |filter: ForwardingFilter, slice: Slice<_>| -> (Vec<String>, u64) {
        read(store, move |snapshot| {
            let rows = snapshot.web_forwardings(&filter, &slice)?;
            let sources = rows.iter().map(|row| row.source.to_string()).collect();
            Ok((sources, snapshot.count_web_forwardings(&filter)?))
        })
    };
    let own = filter(alpha, None);
    let (listed, count) = sources(own.clone(), all());
    assert_eq!((listed.join(" ").as_str(), count), ("a.shop.test old.other.test www.shop.test", 3));
    let after = Some(name("a.shop.test"));
    assert_eq!(sources(own, Slice { after, skip: 1, most: 9 }).0, ["www.shop.test"]);
    let (listed, count) = sources(filter(alpha, Some("shop.test")), all());
    assert_eq!((listed.join(" ").as_str(), count), ("a.shop.test www.shop.test", 2));
}
