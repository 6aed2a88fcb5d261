use engine::{Outcome, model::Status, ops::nsset::Create};

use super::{shown, view};
use crate::fixture::{World, create_nsset, handle, name, outcomes, secret, servers};

cases! {
    success_is_what_was_sent
    success_with_glue_inside_the_zones
    refused_outside_the_zones
    refused_in_a_zone_without_sets
    refused_in_a_zone_that_takes_no_new_sets
    refused_for_a_taken_name
    refused_for_names_that_cannot_be_had
    refused_for_a_name_in_quarantine
    refused_for_an_unknown_contact
    refused_for_too_many_contacts
    refused_for_too_few_and_too_many_servers
    refused_for_all_faults_together
    refused_for_a_weak_authinfo
}

fn success_is_what_was_sent() {
    let world = World::new();
    world.enrol(&world.bravo, "TECH");
    world.enrol(&world.bravo, "ADMIN");
    let contacts = vec![handle("TECH"), handle("ADMIN")];
    let create = Create { contacts: contacts.clone(), ..create_nsset("my-set") };
    let created = world.done(&world.alpha, Outcome::NssetCreated, create);
    assert_eq!((created.name.as_str(), created.created_at), ("MY-SET", world.now()));
    let view = view(&world, "MY-SET");
    assert_eq!((view.sponsor.as_str(), view.creator.as_str(), view.updater), ("ALPHA", "ALPHA", None));
    assert_eq!(view.contacts, contacts);
    assert_eq!(shown(&view.nsset.servers), ["ns1.example.net", "ns2.example.net"]);
    assert_eq!(view.statuses, [(Status::Ok, None)]);
    assert_eq!(world.history(view.nsset.id), ["nsset_create"]);
}

fn success_with_glue_inside_the_zones() {
    let world = World::new();
    let with_glue = servers(&[("ns.shop.sets.test", &["192.0.2.1", "2001:db8::1"])]);
    let create = Create { servers: with_glue.clone(), ..create_nsset("SET") };
    world.done(&world.alpha, Outcome::NssetCreated, create);
    assert_eq!(view(&world, "SET").nsset.servers, with_glue);
}

fn refused_outside_the_zones() {
    let world = World::new();
    let create = Create { zone: name("elsewhere"), ..create_nsset("SET") };
    world.refused(&world.alpha, Outcome::ZoneUnknown, create);
}

fn refused_in_a_zone_without_sets() {
    let world = World::new();
    let create = Create { zone: name("attr.test"), ..create_nsset("SET") };
    world.refused(&world.alpha, Outcome::NssetsUnsupported, create);
}

fn refused_in_a_zone_that_takes_no_new_sets() {
    let world = World::new();
    let create = Create { zone: name("shut.test"), ..create_nsset("SET") };
    world.refused(&world.alpha, Outcome::NssetsClosed, create);
}

fn refused_for_a_taken_name() {
    let world = super::world();
    for actor in [&world.alpha, &world.bravo] {
        world.refused(actor, Outcome::NssetTaken, create_nsset("set"));
    }
}

fn refused_for_names_that_cannot_be_had() {
    let world = World::new();
    for (text, outcome) in [
        ("NIC-1", Outcome::HandleReserved),
        ("ROOT", Outcome::HandleBlocked),
        ("CHY-1", Outcome::HandleKept),
        ("SECRET-1", Outcome::HandleWithheld),
    ] {
        world.refused(&world.alpha, outcome, create_nsset(text));
    }
}

fn refused_for_a_name_in_quarantine() {
    let world = super::world();
    super::delete::delete(&world, "SET");
    world.refused(&world.alpha, Outcome::HandleQuarantined, create_nsset("SET"));
    let elsewhere = Create { zone: name("made.test"), ..create_nsset("SET") };
    world.done(&world.alpha, Outcome::NssetCreated, elsewhere);
}

fn refused_for_an_unknown_contact() {
    let world = World::new();
    world.enrol(&world.alpha, "TECH");
    let create = Create { contacts: vec![handle("TECH"), handle("NOBODY")], ..create_nsset("SET") };
    let refusals = world.refused(&world.alpha, Outcome::ContactUnknown, create);
    assert_eq!(refusals.first().value.as_deref(), Some("NOBODY"));
}

fn refused_for_too_many_contacts() {
    let world = World::new();
    let contacts = ["ONE", "TWO", "THREE"].map(handle).to_vec();
    world.refused(&world.alpha, Outcome::NssetContactsRefused, Create { contacts, ..create_nsset("SET") });
}

fn refused_for_too_few_and_too_many_servers() {
    let world = World::new();
    let none = Create { servers: Vec::new(), ..create_nsset("SET") };
    world.refused(&world.alpha, Outcome::NameServersTooFew, none);
    let four = servers(&[("a.example", &[]), ("b.example", &[]), ("c.example", &[]), ("d.example", &[])]);
    let refusals = world.refused(
        &world.alpha,
        Outcome::NameServersTooMany,
        Create { servers: four, ..create_nsset("SET") },
    );
    assert_eq!(refusals.first().value.as_deref(), Some("4"));
}

fn refused_for_all_faults_together() {
    let world = World::new();
    let glue: Vec<String> = (1..=14).map(|number| format!("192.0.2.{number}")).collect();
    let glue: Vec<&str> = glue.iter().map(String::as_str).collect();
    let wrong = servers(&[("ns.example.net", &[]), ("ns.example.net", &[]), ("ns.shop.test", &glue)]);
    let create =
        Create { servers: wrong, contacts: ["TECH", "TECH"].map(handle).to_vec(), ..create_nsset("SET") };
    let refusals = world.refused(&world.alpha, Outcome::NamedTwice, create);
    assert_eq!(
        outcomes(&refusals),
        [Outcome::NamedTwice, Outcome::HostAddressesTooMany, Outcome::NamedTwice]
    );
    let outside = Create { servers: servers(&[("ns.example.net", &["192.0.2.1"])]), ..create_nsset("SET") };
    world.refused(&world.alpha, Outcome::GlueRefused, outside);
}

fn refused_for_a_weak_authinfo() {
    let world = World::new();
    let create = Create { authinfo: secret("12345"), ..create_nsset("SET") };
    world.refused(&world.alpha, Outcome::AuthinfoWeak, create);
}
