//! What a lone command puts off until its frame is on the way to the disk: nobody can tell.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use engine::model::{ContactId, Domain, Role};
use engine::ports::store::{Deleted, Inserted, Kind, Result, Store, Transaction, Verdict};

use store::{Options, Sqlite};

use super::{Place, Scene, assert_bought, shop, submit};
use crate::client::{last, read, try_write, write_here};
use crate::fixtures::{contact, domain, handle, happened, host, id, name};

/// Within a command everything is found that it wrote before, whatever it asks for.
#[test]
fn a_command_finds_what_it_wrote() {
    let scene = Scene::new();
    let (person, server, alpha) =
        (contact("JANE", scene.alpha), host("ns1.example.net", scene.alpha), scene.alpha);
    let mut shop = domain("shop.test", alpha);
    scene.alone();
    write_here(&scene.store, move |tx| {
        assert_eq!(tx.insert_contact(&person)?, Inserted::Yes);
        assert_eq!(tx.contact_ids(&[handle("JANE")])?, [(handle("JANE"), person.id)]);
        assert_eq!(tx.insert_host(&server)?, Inserted::Yes);
        assert_eq!(tx.insert_domain(&shop, &[(Role::Registrant, person.id)], &[server.id])?, Inserted::Yes);
        assert_eq!(tx.domain_contacts(shop.id)?[0].id, person.id);
        assert_eq!(tx.domain_hosts(shop.id)?[0].id, server.id);
        assert_eq!(tx.delete_contact(&person)?, Deleted::InUse);
        shop.expires_at = shop.expires_at.plus_years(3);
        tx.update_domain(&shop)?;
        assert_eq!(tx.domain(&name("shop.test"))?.as_ref(), Some(&shop));
        tx.record(&happened(alpha, &shop, "domain_create"))?;
        assert_eq!(tx.count_history(shop.id.into())?, 1);
        Ok(())
    });
    assert!(scene.store.names().holds(Kind::Domain, "shop.test"));
}

/// A name that the same command took before is in no index yet: the command is run again, and then it is told.
#[test]
fn what_comes_out_otherwise_is_done_again() {
    let scene = Scene::new();
    scene.buy(0);
    let (first, second) = (domain("twice.test", scene.alpha), domain("twice.test", scene.alpha));
    let runs = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&runs);
    scene.alone();
    let (answer, end) = submit(&scene.store, move |tx| {
        counted.fetch_add(1, Ordering::Relaxed);
        let both = [tx.insert_domain(&first, &[], &[])?, tx.insert_domain(&second, &[], &[])?];
        Ok((Verdict::Keep, both))
    });
    end.recv().unwrap().unwrap();
    assert_eq!((last(&answer), runs.load(Ordering::Relaxed)), ([Inserted::Yes, Inserted::Taken], 2));
    let place = Place::new();
    scene.left().put(&place);
    let store = place.open();
    assert_eq!(store.names().count(Kind::Domain), 2);
    assert!(store.names().holds(Kind::Domain, "twice.test") && store.names().holds(Kind::Domain, &shop(0)));
}

/// A command that cannot be carried out leaves nothing, in the log neither, whatever came before it and comes after.
#[test]
fn what_cannot_be_done_is_refused_and_in_no_log() {
    let scene = Scene::new();
    for number in 0..6 {
        scene.buy(number);
        scene.alone();
        let stray = domain(&format!("stray{number}.test"), scene.alpha);
        let missing = ContactId(id());
        assert!(try_write(&scene.store, link_to(&stray, missing)).is_err());
        let place = Place::new();
        scene.left().put(&place);
        assert_bought(&place, number + 1, "killed after a refusal");
    }
    assert_eq!(read(&scene.store, |snapshot| snapshot.count_domains()), 6);
    assert!(scene.store.stopped().is_none());
}

/// What a killed process had in its log and found impossible nobody was told of; but what stands before the last was
/// answered.
#[test]
fn the_last_that_cannot_be_done_again_is_left_out() {
    let scene = Scene::new();
    scene.buy(0);
    scene.buy(1);
    let take = |number: usize, id: i64| {
        let place = Place::new();
        scene.left().put(&place);
        let taken = "INSERT INTO domain (id, name, zone, sponsor, creator, created_at, expires_at, statuses) \
                     VALUES ($1, $2, 'test', $3, $3, 0, 0, 0)";
        let database = rusqlite::Connection::open(place.file()).unwrap();
        database.execute(taken, (id, shop(number), scene.alpha.0)).unwrap();
        place
    };
    let last = take(1, id());
    // The name that was taken by hand, which was not paid for, and the one before it.
    let store = last.open();
    assert_eq!(store.names().count(Kind::Domain), 2);
    let audit = read(&store, |snapshot| snapshot.audit());
    assert!(audit.is_clean() && audit.entries == 2, "{audit:?}");

    let before_last = take(0, id());
    assert!(Sqlite::open(&before_last.file(), Options::default()).is_err());
}

fn link_to(shop: &Domain, person: ContactId) -> impl FnMut(&dyn Transaction) -> Result<()> + Send + 'static {
    let shop = shop.clone();
    move |tx| tx.insert_domain(&shop, &[(Role::Registrant, person)], &[]).map(drop)
}
