use engine::{
    Outcome,
    lifecycle::Phase,
    model::{Due, Event, Job, RenewalMode, Status},
    ops::{
        domain::{Create, Info},
        due::Deed,
    },
    ports::store::Kind,
};

use super::{choose, deeds, expiry, names, phase};
use crate::fixture::{World, create_domain, hosts, name, read, write};

cases! {
    the_hosts_inside_go_with_their_domain
    the_hosts_inside_go_where_there_is_no_redemption
    the_contacts_stay
    a_lock_of_the_server_holds_up_the_deletion
    a_lock_of_the_server_holds_up_the_drop
    what_is_held_up_is_looked_at_once_a_day_however_many_reminders_it_had
}

/// ALPHA's domain with a host inside, to which that domain and one of BRAVO are delegated; not to be renewed.
fn with_host_inside() -> World {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.add_host(&world.alpha, "ns1.shop.test", &["192.0.2.1"]);
    let delegated = |domain| Create { delegation: hosts(&["ns1.shop.test"]), ..create_domain(domain) };
    world.done(&world.bravo, Outcome::DomainCreated, delegated("other.test"));
    let link = crate::fixture::domain_update("shop.test");
    let add = engine::ops::domain::LinkChange { delegation: hosts(&["ns1.shop.test"]), ..Default::default() };
    world.done(&world.alpha, Outcome::DomainUpdated, engine::ops::domain::Update { add, ..link });
    let explicit = Some(RenewalMode::Explicit);
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose("shop.test", explicit));
    world.advance_to(expiry(&world, "shop.test").plus_days(-1));
    world.told(&world.alpha);
    world.told(&world.bravo);
    world
}

fn the_hosts_inside_go_with_their_domain() {
    let world = with_host_inside();
    world.advance_days(1);
    let names_in_use = world.engine.store().names();
    assert!(names_in_use.holds(Kind::Host, "ns1.shop.test"), "while the domain can be restored");
    world.told(&world.bravo);
    world.advance_days(35);
    assert!(!names_in_use.holds(Kind::Host, "ns1.shop.test"));
    assert!(world.view("other.test").hosts.is_empty());
    let told = world.told(&world.alpha);
    assert_eq!(names(&told), ["domain_lapsed", "domain_pending_delete", "domain_dropped"]);
    let removed = Event::HostRemoved {
        host: "ns1.shop.test".into(),
        domain: "shop.test".into(),
        names: vec!["other.test".into()],
    };
    assert_eq!(world.told(&world.bravo), [removed]);
}

fn the_hosts_inside_go_where_there_is_no_redemption() {
    let world = World::new();
    let shop = "shop.patient.test";
    world.register(&world.alpha, shop);
    world.add_host(&world.alpha, "ns1.shop.patient.test", &["192.0.2.1"]);
    let host = read(&world.engine, |store| store.host(&name("ns1.shop.patient.test")));
    let id = host.unwrap().id;
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose(shop, Some(RenewalMode::Explicit)));
    world.advance_to(expiry(&world, shop).plus_days(55));
    world.denied(&world.alpha, Outcome::DomainUnknown, Info { name: name(shop), proof: None });
    assert_eq!(world.history(id), ["host_create", "domain_drop"]);
}

fn the_contacts_stay() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let shop = "shop.slow.test";
    let contacts = vec![(engine::model::Role::Registrant, crate::fixture::handle("JANE"))];
    world.done(&world.alpha, Outcome::DomainCreated, Create { contacts, ..create_domain(shop) });
    world.advance_to(expiry(&world, shop).plus_days(96));
    let delete = engine::ops::contact::Delete { handle: crate::fixture::handle("JANE") };
    world.done(&world.alpha, Outcome::ContactDeleted, delete);
}

/// Takes a status away that only the server may set.
fn unlock(world: &World, domain: &str) {
    let name = name(domain);
    write(&world.engine, move |store| {
        let mut domain = store.domain(&name)?.unwrap();
        domain.statuses.unset(Status::ServerDeleteProhibited);
        store.update_domain(&domain)
    });
}

fn a_lock_of_the_server_holds_up_the_deletion() {
    let (world, shop) = (World::new(), "shop.slow.test");
    world.register(&world.alpha, shop);
    world.set_by_server(shop, Status::ServerDeleteProhibited);
    let ends = expiry(&world, shop);
    world.advance_to(ends.plus_days(60));
    assert!(world.advance_to(ends.plus_days(90)).is_empty());
    assert_eq!(phase(&world, shop), Phase::Suspended);
    unlock(&world, shop);
    let fired = world.advance_to(ends.plus_days(91));
    assert_eq!((deeds(&fired), fired[0].at), (vec![Deed::Lapsed], ends.plus_days(91)));
}

fn a_lock_of_the_server_holds_up_the_drop() {
    let (world, shop) = (World::new(), "shop.test");
    world.redeemable(&world.alpha, shop);
    let purge_at = world.now().plus_days(35);
    world.set_by_server(shop, Status::ServerDeleteProhibited);
    assert_eq!(deeds(&world.advance_to(purge_at.plus_days(9))), [Deed::RedemptionEnded]);
    assert_eq!(phase(&world, shop), Phase::PendingDelete);
    unlock(&world, shop);
    assert_eq!(deeds(&world.advance_days(1)), [Deed::Dropped]);
}

/// Each date that a domain ever had leaves a reminder.
fn what_is_held_up_is_looked_at_once_a_day_however_many_reminders_it_had() {
    let (world, shop) = (World::new(), "shop.test");
    world.redeemable(&world.alpha, shop);
    let id = read(&world.engine, move |store| store.domain(&name(shop))).unwrap().id;
    let purge_at = world.now().plus_days(35);
    world.set_by_server(shop, Status::ServerDeleteProhibited);
    for hours in 1..=5 {
        let at = purge_at.plus_millis(hours * 60 * 60 * 1000);
        write(&world.engine, move |store| store.remind(&Due::new(at, Job::Domain, id.into())));
    }
    world.advance_to(purge_at.plus_days(9));
    let left = read(&world.engine, move |store| store.due_by(purge_at.plus_days(20), 100));
    let of_domain = |due: &&Due| due.job == Job::Domain && due.object == id.into();
    let left: Vec<_> = left.iter().filter(of_domain).map(|due| due.at).collect();
    assert_eq!(left, [purge_at.plus_days(10)]);
}
