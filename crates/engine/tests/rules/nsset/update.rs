use engine::{Outcome, model::Status, ops::nsset::Update};

use super::{authinfo, delegate, shown, update, view, world};
use crate::fixture::{World, create_nsset, handle, name, servers};

cases! {
    success_replaces_servers_and_contacts
    success_reaches_the_domains
    success_for_whoever_has_the_authinfo
    refused_outside_the_zones_and_without_sets
    refused_for_an_unknown_set
    refused_for_others_without_and_with_a_wrong_authinfo
    refused_after_ten_wrong_authinfos
    refused_under_a_status
    refused_for_an_unknown_contact
    refused_for_bad_servers
    refused_for_contacts_that_are_too_many
    refused_where_a_domain_loses_its_glue
}

fn success_replaces_servers_and_contacts() {
    let world = World::new();
    world.enrol(&world.alpha, "TECH");
    let create = engine::ops::nsset::Create { contacts: vec![handle("TECH")], ..create_nsset("SET") };
    world.done(&world.alpha, Outcome::NssetCreated, create);
    world.pass_days(1);
    world.done(&world.alpha, Outcome::NssetUpdated, update("SET"));
    let view = view(&world, "SET");
    assert_eq!((shown(&view.nsset.servers), view.contacts.len()), (vec!["ns.example.net"], 0));
    assert_eq!(view.updater.unwrap().as_str(), "ALPHA");
    assert_eq!(view.nsset.updated_at, Some(world.now()));
    assert_eq!(world.history(view.nsset.id), ["nsset_create", "nsset_update"]);
}

fn success_reaches_the_domains() {
    let world = world();
    delegate(&world, &world.bravo, "shop.sets.test", "SET");
    world.done(&world.alpha, Outcome::NssetUpdated, update("SET"));
    assert_eq!(shown(&world.view("shop.sets.test").attributes), ["ns.example.net"]);
}

fn success_for_whoever_has_the_authinfo() {
    let world = world();
    let proven = Update { proof: authinfo("Nsset-go-7"), ..update("SET") };
    world.done(&world.bravo, Outcome::NssetUpdated, proven);
    let view = view(&world, "SET");
    assert_eq!((view.sponsor.as_str(), view.updater.unwrap().as_str()), ("ALPHA", "BRAVO"));
}

fn refused_outside_the_zones_and_without_sets() {
    let world = world();
    for (zone, outcome) in [("elsewhere", Outcome::ZoneUnknown), ("attr.test", Outcome::NssetsUnsupported)] {
        world.refused(&world.alpha, outcome, Update { zone: name(zone), ..update("SET") });
    }
}

fn refused_for_an_unknown_set() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::NssetUnknown, update("SET"));
}

fn refused_for_others_without_and_with_a_wrong_authinfo() {
    let world = world();
    world.refused(&world.bravo, Outcome::AuthinfoMissing, update("SET"));
    let empty = Some(engine::model::AuthInfo::presented(""));
    world.refused(&world.bravo, Outcome::AuthinfoMissing, Update { proof: empty, ..update("SET") });
    let wrong = Update { proof: authinfo("guess"), ..update("SET") };
    world.refused(&world.bravo, Outcome::AuthinfoWrong, wrong);
}

fn refused_after_ten_wrong_authinfos() {
    let world = world();
    for guess in 0..10 {
        let wrong = Update { proof: authinfo(&format!("guess-{guess}")), ..update("SET") };
        world.refused(&world.bravo, Outcome::AuthinfoWrong, wrong);
    }
    let right = Update { proof: authinfo("Nsset-go-7"), ..update("SET") };
    world.refused(&world.bravo, Outcome::AuthinfoLocked, right);
}

fn refused_under_a_status() {
    let world = world();
    world.set_on_nsset("SET", Status::ServerUpdateProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, update("SET"));
}

fn refused_for_an_unknown_contact() {
    let world = world();
    let unknown = Update { contacts: vec![handle("NOBODY")], ..update("SET") };
    world.refused(&world.alpha, Outcome::ContactUnknown, unknown);
}

fn refused_for_bad_servers() {
    let world = world();
    let glue: Vec<String> = (1..=14).map(|number| format!("192.0.2.{number}")).collect();
    let glue: Vec<&str> = glue.iter().map(String::as_str).collect();
    for (wrong, outcome) in [
        (servers(&[]), Outcome::NameServersTooFew),
        (
            servers(&[("a.net", &[]), ("b.net", &[]), ("c.net", &[]), ("d.net", &[])]),
            Outcome::NameServersTooMany,
        ),
        (servers(&[("a.net", &[]), ("a.net", &[])]), Outcome::NamedTwice),
        (servers(&[("a.net", &["192.0.2.1"])]), Outcome::GlueRefused),
        (servers(&[("ns.shop.test", &glue)]), Outcome::HostAddressesTooMany),
    ] {
        world.refused(&world.alpha, outcome, Update { servers: wrong, ..update("SET") });
    }
}

fn refused_for_contacts_that_are_too_many() {
    let world = world();
    let contacts = ["ONE", "TWO", "THREE"].map(handle).to_vec();
    world.refused(&world.alpha, Outcome::NssetContactsRefused, Update { contacts, ..update("SET") });
}

/// Only the domain that a server lies in needs its address, and only if it is delegated to the set.
fn refused_where_a_domain_loses_its_glue() {
    let world = world();
    let with = Update { servers: servers(&[("ns.shop.sets.test", &["192.0.2.1"])]), ..update("SET") };
    let without = || Update { servers: servers(&[("ns.shop.sets.test", &[])]), ..update("SET") };
    world.done(&world.alpha, Outcome::NssetUpdated, without());
    world.done(&world.alpha, Outcome::NssetUpdated, with);
    delegate(&world, &world.bravo, "shop.sets.test", "SET");
    let refusals = world.refused(&world.alpha, Outcome::GlueMissing, without());
    assert_eq!(refusals.first().value.as_deref(), Some("ns.shop.sets.test"));
}
