//! The privacy of domains.

use engine::model::{DomainId, Privacy};
use engine::ports::store::Store;

use crate::client::{read, refuse, try_write, write};
use crate::fixtures::{domain, noon, opened};

fn privacy(domain: DomainId) -> Privacy {
    let bought_at = noon();
    Privacy { domain, bought_at, expires_at: bought_at.plus_years(2), is_enabled: true, renews: false }
}

fn of(store: &dyn Store, domain: DomainId) -> Option<Privacy> {
    read(store, move |tables| tables.privacy(domain))
}

/// Three domains, of which two have it.
fn filled(store: &dyn Store) -> [DomainId; 3] {
    let alpha = opened(store, "ALPHA");
    let domains = ["one.test", "two.test", "three.test"].map(|name| domain(name, alpha));
    let ids = domains.clone().map(|domain| domain.id);
    write(store, move |tables| {
        domains.iter().try_for_each(|domain| tables.insert_domain(domain, &[], &[]).map(drop))?;
        tables.put_privacy(&privacy(ids[1]))?;
        tables.put_privacy(&privacy(ids[0]))
    });
    ids
}

pub(crate) fn it_reads_back_as_it_was_written(store: &dyn Store) {
    let [one, two, three] = filled(store);
    assert_eq!((of(store, one), of(store, three)), (Some(privacy(one)), None));
    let changed = Privacy { expires_at: noon(), is_enabled: false, renews: true, ..privacy(one) };
    refuse(store, move |tables| tables.put_privacy(&changed));
    assert_eq!(of(store, one), Some(privacy(one)));
    write(store, move |tables| tables.put_privacy(&changed));
    assert_eq!((of(store, one), of(store, two)), (Some(changed), Some(privacy(two))));

    write(store, move |tables| tables.delete_privacy(one));
    assert_eq!((of(store, one), of(store, two)), (None, Some(privacy(two))));
    assert!(try_write(store, move |tables| tables.delete_privacy(one)).is_err());
}

pub(crate) fn it_is_found_for_any_number_of_domains(store: &dyn Store) {
    let [one, two, three] = filled(store);
    let found = |ids: &[DomainId]| {
        let ids = ids.to_vec();
        read(store, move |tables| tables.privacies(&ids))
    };
    assert_eq!(found(&[three, two, one]), [privacy(one), privacy(two)]);
    assert_eq!((found(&[three]), found(&[])), (vec![], vec![]));
}

pub(crate) fn it_goes_with_its_domain(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let shop = domain("shop.test", alpha);
    let (id, written) = (shop.id, shop.clone());
    write(store, move |tables| {
        tables.insert_domain(&written, &[], &[])?;
        tables.put_privacy(&privacy(id))
    });
    write(store, move |tables| tables.delete_domain(&shop));
    assert_eq!(of(store, id), None);
}
