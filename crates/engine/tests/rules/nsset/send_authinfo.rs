use engine::{Outcome, ops::nsset::SendAuthinfo};

use super::world;
use crate::{
    delivery::{letters, without_mail},
    fixture::{World, create_nsset, handle, name, nsset_name},
};

cases! {
    success_writes_to_every_technical_contact_once
    refused_outside_the_zones_and_without_sets
    refused_for_an_unknown_set
    refused_where_there_is_nobody_to_write_to
    refused_where_the_zone_sends_none
    refused_so_soon_after_the_last
    refused_without_mail
}

fn send() -> SendAuthinfo {
    SendAuthinfo { zone: name("sets.test"), name: nsset_name("SET") }
}

/// A set of ALPHA's with two contacts that have one address.
fn attended(world: &World) {
    world.enrol(&world.alpha, "TECH");
    world.enrol(&world.alpha, "ADMIN");
    let contacts = ["TECH", "ADMIN"].map(handle).to_vec();
    let create = engine::ops::nsset::Create { contacts, ..create_nsset("SET") };
    world.done(&world.alpha, Outcome::NssetCreated, create);
}

fn success_writes_to_every_technical_contact_once() {
    let world = World::new();
    attended(&world);
    let before = super::view(&world, "SET").nsset.authinfo;
    world.done(&world.bravo, Outcome::AuthinfoMailed, send());
    let letters = letters(&world);
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to.as_str(), "jane@example.test");
    assert_eq!(letters[0].subject, "Authorization information of set of name servers SET");
    let nsset = super::view(&world, "SET").nsset;
    assert!(nsset.authinfo.is_some() && nsset.authinfo != before);
    assert_eq!(world.history(nsset.id), ["nsset_create", "nsset_send_authinfo"]);
}

fn refused_outside_the_zones_and_without_sets() {
    let world = world();
    for (zone, outcome) in [("elsewhere", Outcome::ZoneUnknown), ("attr.test", Outcome::NssetsUnsupported)] {
        world.refused(&world.alpha, outcome, SendAuthinfo { zone: name(zone), ..send() });
    }
}

fn refused_for_an_unknown_set() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::NssetUnknown, send());
}

fn refused_where_there_is_nobody_to_write_to() {
    let world = world();
    world.refused(&world.alpha, Outcome::AuthinfoNotMailable, send());
}

fn refused_where_the_zone_sends_none() {
    let world = World::new();
    attended(&world);
    let elsewhere = SendAuthinfo { zone: name("made.test"), ..send() };
    world.refused(&world.alpha, Outcome::AuthinfoNotMailable, elsewhere);
}

fn refused_so_soon_after_the_last() {
    let world = World::new();
    attended(&world);
    world.done(&world.bravo, Outcome::AuthinfoMailed, send());
    world.refused(&world.alpha, Outcome::AuthinfoMailedLately, send());
}

fn refused_without_mail() {
    let world = without_mail();
    attended(&world);
    world.refused(&world.alpha, Outcome::MailUnavailable, send());
}
