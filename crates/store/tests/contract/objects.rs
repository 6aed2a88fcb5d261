//! Objects of every class in one list.

use engine::model::{AccountId, DnsZoneState, ObjectClass, ObjectId, Pattern, Transfer};
use engine::ports::store::{ObjectFilter, Slice, Store};

use crate::client::{read, write};
use crate::dns_zones::zone;
use crate::fixtures::{contact, domain, host, nsset, opened, transfer};

fn names(store: &dyn Store, filter: &ObjectFilter, slice: Slice<(ObjectClass, ObjectId)>) -> Vec<String> {
    let filter = filter.clone();
    let lines = read(store, move |snapshot| snapshot.objects(&filter, &slice));
    lines.into_iter().map(|line| line.name).collect()
}

/// One of each class for an account, with two domains, and a deleted zone.
fn full(store: &dyn Store) -> AccountId {
    let alpha = opened(store, "ALPHA");
    let mut gone = zone("gone.test", alpha);
    gone.state = DnsZoneState::Deleted;
    write(store, move |tx| {
        for name in ["shop.test", "other.test"] {
            tx.insert_domain(&domain(name, alpha), &[], &[])?;
        }
        tx.insert_contact(&contact("C_1", alpha))?;
        tx.insert_host(&host("ns1.example.test", alpha))?;
        tx.insert_nsset(&nsset("SETS", alpha))?;
        tx.insert_dns_zone(&gone)?;
        tx.insert_dns_zone(&zone("garden.test", alpha)).map(drop)
    });
    alpha
}

pub(crate) fn objects_are_listed_by_class_and_age(store: &dyn Store) {
    let owner = full(store);
    let all = ObjectFilter { owner, class: None, name: None };
    let expected = ["shop.test", "other.test", "C_1", "ns1.example.test", "SETS", "garden.test"];
    assert_eq!(names(store, &all, Slice { after: None, skip: 0, most: 10 }), expected);
    assert_eq!(names(store, &all, Slice { after: None, skip: 2, most: 3 }), expected[2..5]);
    let counted = all.clone();
    assert_eq!(read(store, move |snapshot| snapshot.count_objects(&counted)), 6);

    let (mut after, mut walked) = (None, Vec::new());
    loop {
        let (filter, slice) = (all.clone(), Slice { after, skip: 0, most: 1 });
        let Some(line) = read(store, move |snapshot| snapshot.objects(&filter, &slice)).pop() else { break };
        after = Some((line.class, line.id));
        walked.push(line.name);
    }
    assert_eq!(walked, expected);
}

pub(crate) fn objects_are_found_by_class_and_pattern(store: &dyn Store) {
    let owner = full(store);
    let found = |class, pattern: &str| {
        let filter = ObjectFilter { owner, class, name: Some(Pattern::parse(pattern).unwrap()) };
        let counted = filter.clone();
        let listed = names(store, &filter, Slice { after: None, skip: 0, most: 10 });
        assert_eq!(read(store, move |snapshot| snapshot.count_objects(&counted)), listed.len() as u64);
        listed
    };
    assert_eq!(found(None, "*.test").len(), 4);
    assert_eq!(found(Some(ObjectClass::Domain), "*.TEST"), ["shop.test", "other.test"]);
    assert_eq!(found(None, "c_?"), ["C_1"]);
    assert!(found(None, "s_ts").is_empty(), "an underscore stands for itself");
}

pub(crate) fn what_is_on_its_way_counts(store: &dyn Store) {
    let (alpha, bravo) = (full(store), opened(store, "BRAVO"));
    let has = |owner| read(store, move |snapshot| snapshot.has_objects(owner));
    assert!(has(alpha) && !has(bravo));
    let arriving: Transfer = transfer(ObjectId(7), bravo, alpha);
    write(store, move |tx| tx.put_transfer(&arriving));
    assert!(has(bravo));
}
