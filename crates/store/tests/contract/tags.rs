//! What registrars want of releases, and releases that wait for an answer.

use engine::model::{
    AccountId, Contact, Domain, DomainId, Handshake, HandshakeCase, HandshakeId, RegistrarTag, Role,
};
use engine::ports::store::{Deleted, Inserted, Store};

use crate::client::{read, refuse, write};
use crate::fixtures::{contact, domain, id, noon, opened};

/// ALPHA with a registrant that has two domains, and BRAVO.
struct Scene {
    alpha: AccountId,
    bravo: AccountId,
    jane: Contact,
    domains: [Domain; 2],
}

impl Scene {
    fn of(store: &dyn Store) -> Self {
        let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
        let jane = contact("JD-1", alpha);
        let domains = ["b.test", "a.test"].map(|name| domain(name, alpha));
        let (registrant, registered) = (jane.clone(), domains.clone());
        write(store, move |tx| {
            tx.insert_contact(&registrant)?;
            for domain in &registered {
                tx.insert_domain(domain, &[(Role::Registrant, registrant.id)], &[])?;
            }
            Ok(())
        });
        Self { alpha, bravo, jane, domains }
    }

    fn ids(&self) -> Vec<DomainId> {
        self.domains.iter().map(|domain| domain.id).collect()
    }

    fn case(&self, moves: bool) -> HandshakeCase {
        HandshakeCase {
            id: HandshakeId(id()),
            losing: self.alpha,
            gaining: self.bravo,
            registrant: self.jane.id,
            moves,
            opened_at: noon(),
            lapses_at: noon().plus_days(5),
            heir: None,
        }
    }
}

fn open(store: &dyn Store, case: &HandshakeCase, domains: Vec<DomainId>) -> Inserted {
    let case = case.clone();
    write(store, move |tx| tx.insert_handshake(&case, &domains))
}

/// The domains of a release, whole.
fn domains_of(store: &dyn Store, case: HandshakeId) -> Vec<Domain> {
    read(store, move |snapshot| snapshot.handshake_domains(case))
}

fn waits(store: &dyn Store, domain: DomainId) -> bool {
    read(store, move |snapshot| snapshot.waiting_domains(&[domain])) == [domain]
}

pub(crate) fn a_tag_is_usual_until_it_is_set(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let tag = |account| read(store, move |snapshot| snapshot.tag(account));
    assert_eq!(tag(alpha), RegistrarTag::default());
    for (handshake, barred) in Handshake::ALL.into_iter().zip([true, false, false, true]) {
        let set = RegistrarTag { handshake, barred };
        write(store, move |tx| tx.put_tag(alpha, &set));
        assert_eq!(tag(alpha), set);
    }
    assert_eq!(tag(bravo), RegistrarTag::default());
}

pub(crate) fn a_release_reads_back_as_it_was_written(store: &dyn Store) {
    let scene = Scene::of(store);
    for moves in [true, false] {
        let (case, ids) = (scene.case(moves), scene.ids());
        let key = case.id;
        assert_eq!(open(store, &case, ids.clone()), Inserted::Yes);
        assert_eq!(read(store, move |snapshot| snapshot.handshake(key)), Some(case));
        let mut expected = scene.domains.clone();
        expected.sort_by_key(|domain| domain.id);
        assert_eq!(domains_of(store, key), expected);
        assert!(ids.iter().all(|id| waits(store, *id)));

        write(store, move |tx| tx.remove_handshake(key));
        assert_eq!(read(store, move |snapshot| snapshot.handshake(key)), None);
        assert_eq!(domains_of(store, key), []);
        assert!(!ids.iter().any(|id| waits(store, *id)));
    }
}

pub(crate) fn a_domain_waits_for_one_answer(store: &dyn Store) {
    let scene = Scene::of(store);
    let (first, second) = (scene.case(true), scene.case(false));
    let ids = scene.ids();
    assert_eq!(open(store, &first, vec![ids[1]]), Inserted::Yes);
    let unheard = second.id;
    // Whoever hears that it is taken refuses, and nothing is left of it.
    let both = ids.clone();
    assert_eq!(refuse(store, move |tx| tx.insert_handshake(&second, &both)), Inserted::Taken);
    assert!(!waits(store, ids[0]));
    assert_eq!(read(store, move |snapshot| snapshot.handshake(unheard)), None);
    assert_eq!(domains_of(store, first.id), scene.domains[1..]);
    let waiting = ids[1];
    assert_eq!(read(store, move |snapshot| snapshot.waiting_domains(&ids)), [waiting]);
}

pub(crate) fn a_domain_that_goes_waits_no_longer(store: &dyn Store) {
    let scene = Scene::of(store);
    let (case, ids) = (scene.case(false), scene.ids());
    open(store, &case, ids.clone());
    let doomed = scene.domains[0].clone();
    write(store, move |tx| tx.delete_domain(&doomed));
    assert!(!waits(store, ids[0]));
    assert_eq!(domains_of(store, case.id), scene.domains[1..]);
}

pub(crate) fn a_registrant_stays_while_a_release_waits(store: &dyn Store) {
    let scene = Scene::of(store);
    let case = scene.case(true);
    open(store, &case, Vec::new());
    let (jane, ids) = (scene.jane.clone(), scene.ids());
    let doomed = jane.clone();
    let deleted = write(store, move |tx| {
        for id in &ids {
            tx.unlink_contacts(*id, &[(Role::Registrant, doomed.id)])?;
        }
        tx.delete_contact(&doomed)
    });
    assert_eq!(deleted, Deleted::InUse);
    write(store, move |tx| tx.remove_handshake(case.id));
    assert_eq!(write(store, move |tx| tx.delete_contact(&jane)), Deleted::Yes);
}
