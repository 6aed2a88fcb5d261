use std::sync::Arc;

use engine::{
    Fault, FaultKind, Outcome,
    ops::contact::{Info, SendAuthinfo},
    ports::{Ask, Faults, Port},
};

use super::authinfo;
use crate::{
    delivery::{letters, secret_in, without_mail},
    fixture::{World, contact_of, handle, name},
};

cases! {
    success_tells_the_contact_alone
    success_after_the_pause
    refused_outside_the_zones_and_without_contacts
    refused_for_an_unknown_contact
    refused_where_the_zone_sends_none
    refused_so_soon_after_the_last
    refused_without_mail
    refused_while_mail_is_in_trouble
}

fn send() -> SendAuthinfo {
    SendAuthinfo { zone: name("sets.test"), handle: handle("JANE") }
}

fn world() -> World {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world
}

/// The authInfo from before is void; the one in the letter opens the contact.
fn success_tells_the_contact_alone() {
    let world = world();
    world.done(&world.bravo, Outcome::AuthinfoMailed, send());
    let letters = letters(&world);
    assert_eq!(letters.len(), 1);
    let letter = &letters[0];
    assert_eq!((letter.to.as_str(), letter.account), ("jane@example.test", world.bravo.id()));
    assert_eq!(letter.subject, "Authorization information of contact JANE");
    assert!(letter.text.expose().contains("BRAVO"));

    let info = |proof: &str| Info { handle: handle("JANE"), zone: None, proof: authinfo(proof) };
    world.denied(&world.bravo, Outcome::AuthinfoWrong, info("Contact-go-7"));
    let secret = secret_in(letter);
    assert_eq!(secret.len(), 24);
    world.found(&world.bravo, Outcome::ContactFound, info(&secret));
    let contact = contact_of(&world, &world.alpha, "JANE");
    assert_eq!(contact.updated_at, None, "it is no change of the contact's data");
    assert_eq!(world.history(contact.id), ["contact_create", "contact_send_authinfo"]);
}

fn success_after_the_pause() {
    let world = world();
    world.done(&world.bravo, Outcome::AuthinfoMailed, send());
    let first = secret_in(&letters(&world)[0]);
    world.set_clock(world.now().plus_millis(10 * 60_000));
    world.done(&world.alpha, Outcome::AuthinfoMailed, send());
    let second = secret_in(letters(&world).last().unwrap());
    assert_ne!(first, second);
}

fn refused_outside_the_zones_and_without_contacts() {
    let world = world();
    for (zone, outcome) in [("elsewhere", Outcome::ZoneUnknown), ("bare.test", Outcome::ContactsUnsupported)]
    {
        world.refused(&world.alpha, outcome, SendAuthinfo { zone: name(zone), ..send() });
    }
}

fn refused_for_an_unknown_contact() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::ContactUnknown, send());
}

fn refused_where_the_zone_sends_none() {
    let world = world();
    let elsewhere = SendAuthinfo { zone: name("made.test"), ..send() };
    world.refused(&world.alpha, Outcome::AuthinfoNotMailable, elsewhere);
}

fn refused_so_soon_after_the_last() {
    let world = world();
    world.done(&world.bravo, Outcome::AuthinfoMailed, send());
    world.set_clock(world.now().plus_millis(10 * 60_000 - 1));
    let refusals = world.refused(&world.alpha, Outcome::AuthinfoMailedLately, send());
    assert!(refusals.first().reason().ends_with("less than 10 minutes ago"));
}

fn refused_without_mail() {
    let world = without_mail();
    world.enrol(&world.alpha, "JANE");
    world.refused(&world.alpha, Outcome::MailUnavailable, send());
}

/// Mail is always in trouble.
struct NoMail;

impl Faults for NoMail {
    fn strike(&self, port: Port, _: &Ask<'_>) -> Option<Fault> {
        (port == Port::Mail).then(|| Fault::new(FaultKind::TimedOut(port), "ordered"))
    }
}

fn refused_while_mail_is_in_trouble() {
    let world = World::with_ports(|parts| parts.faults = Arc::new(NoMail));
    world.enrol(&world.alpha, "JANE");
    world.refused(&world.alpha, Outcome::MailUnavailable, send());
}
