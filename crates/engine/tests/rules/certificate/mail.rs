use engine::{
    FaultKind, Outcome,
    model::{CertificateId, CertificateRole},
    ops::certificate::{CertificateRef, ContactChoice, ContactSource, Mail, Order, RequestDraft},
    ports::Port,
};

use super::{issued, latest, order, shop, submitted};
use crate::{
    delivery::letters,
    fixture::{World, handle},
};

cases! {
    success_writes_to_each_contact_once
    refused_before_it_is_issued
    refused_without_contacts
    refused_so_soon_after_the_last
    refused_without_mail
}

/// An order that names JANE twice.
fn with_contacts(world: &World) -> Order {
    world.enrol(&world.alpha, "JANE");
    let jane = |role| ContactChoice { role, source: ContactSource::Object(handle("JANE")) };
    let contacts = vec![jane(CertificateRole::Owner), jane(CertificateRole::Tech)];
    Order { request: Some(RequestDraft { contacts, ..shop() }), ..order() }
}

fn success_writes_to_each_contact_once() {
    let world = World::new();
    let order = issued(&world, with_contacts(&world));
    let to = world.done(&world.alpha, Outcome::CertificateMailed, Mail { at: latest(&order) });
    assert_eq!(to.iter().map(engine::model::Email::as_str).collect::<Vec<_>>(), ["jane@example.test"]);
    let letters = letters(&world);
    let told: Vec<_> =
        letters.iter().filter(|letter| letter.subject.starts_with("Certificate for")).collect();
    assert_eq!((told.len(), told[0].to.as_str()), (1, "jane@example.test"));
    assert!(["leaf", "issuer"].iter().all(|part| told[0].text.expose().contains(part)));
}

fn refused_before_it_is_issued() {
    let world = World::new();
    let order = submitted(&world, with_contacts(&world));
    world.refused(&world.alpha, Outcome::CertificateNotReady, Mail { at: latest(&order) });
    world.refused(&world.bravo, Outcome::CertificateUnknown, Mail { at: latest(&order) });
    let at = CertificateRef::latest(CertificateId(7));
    world.refused(&world.alpha, Outcome::CertificateUnknown, Mail { at });
}

fn refused_without_contacts() {
    let world = World::new();
    let order = issued(&world, order());
    world.refused(&world.alpha, Outcome::CertificateNotMailable, Mail { at: latest(&order) });
}

fn refused_so_soon_after_the_last() {
    let world = World::new();
    let order = issued(&world, with_contacts(&world));
    world.done(&world.alpha, Outcome::CertificateMailed, Mail { at: latest(&order) });
    world.refused(&world.alpha, Outcome::CertificateMailedLately, Mail { at: latest(&order) });
}

fn refused_without_mail() {
    let world = World::new();
    let order = issued(&world, with_contacts(&world));
    world.trouble.next(Port::Mail, None, FaultKind::Unavailable(Port::Mail));
    world.refused(&world.alpha, Outcome::MailUnavailable, Mail { at: latest(&order) });
}
