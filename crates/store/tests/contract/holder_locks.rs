//! Until when domains stay with their sponsors because their holders changed.

use engine::model::{DomainId, Instant, Role};
use engine::ports::store::Store;

use crate::client::{read, write};
use crate::fixtures::{contact, domain, name, noon, opened};

fn of(store: &dyn Store, domain: DomainId) -> Option<Instant> {
    read(store, move |tables| tables.holder_lock(domain))
}

pub(crate) fn it_is_kept_of_one_domain(store: &dyn Store) {
    let shop = domain("shop.test", opened(store, "ALPHA"));
    let (id, written) = (shop.id, shop.clone());
    write(store, move |tables| tables.insert_domain(&written, &[], &[]).map(drop));
    assert_eq!(of(store, id), None);
    for until in [noon(), noon().plus_days(7)] {
        write(store, move |tables| tables.put_holder_lock(id, until));
        assert_eq!(of(store, id), Some(until));
    }
    write(store, move |tables| tables.delete_domain(&shop));
    assert_eq!(of(store, id), None);
}

pub(crate) fn it_is_kept_of_all_that_somebody_holds_in_a_zone(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let jane = contact("JANE", alpha);
    let domains = ["held.test", "helped.test", "bare.test"].map(|name| domain(name, alpha));
    let [held, helped, bare] = domains.clone().map(|domain| domain.id);
    let person = jane.id;
    write(store, move |tables| {
        tables.insert_contact(&jane).map(drop)?;
        for (domain, links) in
            domains.iter().zip([&[(Role::Registrant, person)][..], &[(Role::Admin, person)], &[]])
        {
            tables.insert_domain(domain, links, &[]).map(drop)?;
        }
        tables.put_holder_locks(person, &name("test"), noon())?;
        tables.put_holder_locks(person, &name("other"), noon().plus_days(1))
    });
    assert_eq!([held, helped, bare].map(|id| of(store, id)), [Some(noon()), None, None]);
    write(store, move |tables| tables.put_holder_locks(person, &name("test"), noon().plus_days(2)));
    assert_eq!(of(store, held), Some(noon().plus_days(2)));
}
