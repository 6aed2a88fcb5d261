//! What becomes of registrants and of what registrars do with each other.

use engine::model::{DataFault, DataQuality, DomainId, Email, HandshakeCase, HandshakeId, Heir, Instant};
use engine::ports::store::{Deleted, Store};

use crate::client::{read, write};
use crate::fixtures::{contact, domain, full_details, id, noon, opened};

pub(crate) fn a_note_of_an_idle_registrant_is_replaced_and_goes_with_it(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let jane = contact("JANE", alpha);
    let (key, gone) = (jane.id, jane.clone());
    assert_eq!(read(store, move |snapshot| snapshot.idle_until(key)), None);
    write(store, move |tx| {
        tx.insert_contact(&jane)?;
        tx.put_idle(key, noon().plus_days(1))?;
        tx.put_idle(key, noon())
    });
    assert_eq!(read(store, move |snapshot| snapshot.idle_until(key)), Some(noon()));
    assert_eq!(write(store, move |tx| tx.delete_contact(&gone)), Deleted::Yes);
    assert_eq!(read(store, move |snapshot| snapshot.idle_until(key)), None);
}

fn process() -> DataQuality {
    DataQuality {
        fault: DataFault::Holder,
        reason: "dissolved".to_owned(),
        disputed: Box::new(full_details()),
        commenced_at: noon(),
        suspends_at: noon().plus_days(42),
        cancels_at: noon().plus_days(72),
        is_suspended: false,
    }
}

pub(crate) fn a_process_about_wrong_data_is_kept_until_it_is_over(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let jane = contact("JANE", alpha);
    let key = jane.id;
    let kept = || read(store, move |snapshot| snapshot.data_quality(key));
    write(store, move |tx| {
        tx.insert_contact(&jane)?;
        tx.put_data_quality(key, &process())
    });
    assert_eq!(kept(), Some(process()));
    let suspended = || DataQuality { is_suspended: true, ..process() };
    write(store, move |tx| tx.put_data_quality(key, &suspended()));
    assert_eq!(kept(), Some(DataQuality { is_suspended: true, ..process() }));
    write(store, move |tx| tx.remove_data_quality(key));
    assert_eq!(kept(), None);
}

pub(crate) fn who_is_to_hold_a_domain_stays(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let (jane, bob) = (contact("JANE", alpha), contact("BOB", bravo));
    let asked_by = Email::parse("jane@example.test").unwrap();
    let case = HandshakeCase {
        id: HandshakeId(id()),
        losing: alpha,
        gaining: bravo,
        registrant: jane.id,
        moves: false,
        opened_at: noon(),
        lapses_at: noon().plus_days(5),
        heir: Some(Heir { contact: bob.id, asked_by }),
    };
    let (key, asked, heir) = (case.id, case.clone(), bob.clone());
    let end = write(store, move |tx| {
        tx.insert_contact(&jane)?;
        tx.insert_contact(&bob)?;
        tx.insert_handshake(&asked, &[])?;
        tx.delete_contact(&bob)
    });
    assert_eq!(end, Deleted::InUse);
    assert_eq!(read(store, move |snapshot| snapshot.handshake(key)), Some(case));
    write(store, move |tx| tx.remove_handshake(key));
    assert_eq!(write(store, move |tx| tx.delete_contact(&heir)), Deleted::Yes);
}

pub(crate) fn deletions_are_counted_by_month(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let (this, next): (Instant, Instant) = (noon(), noon().plus_months(1));
    write(store, move |tx| {
        tx.count_deletion(alpha, this)?;
        tx.count_deletion(alpha, this)?;
        tx.count_deletion(alpha, next)
    });
    let counted = |account, month| read(store, move |snapshot| snapshot.deletions(account, month));
    assert_eq!([counted(alpha, this), counted(alpha, next), counted(bravo, this)], [2, 1, 0]);
}

pub(crate) fn domains_are_counted_since_one(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let domains = [("a.test", alpha), ("b.test", bravo), ("c.test", alpha)]
        .map(|(name, sponsor)| domain(name, sponsor));
    let ids = domains.each_ref().map(|domain| domain.id);
    write(store, move |tx| domains.iter().try_for_each(|one| tx.insert_domain(one, &[], &[]).map(drop)));
    let since = |first: DomainId| read(store, move |snapshot| snapshot.count_domains_since(alpha, first));
    assert_eq!([since(ids[0]), since(ids[1]), since(DomainId(ids[2].0 + 1))], [2, 1, 0]);
}
