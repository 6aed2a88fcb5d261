use engine::{
    Outcome,
    model::{
        CompanyNumber, ContactItem, Country, Details, Email, Identity, IdentityKind, Particulars, Postal,
        PostalKind, Status, TaxNumber,
    },
    ops::contact::{Info, Replace},
};

use super::authinfo;
use crate::fixture::{World, citizen, contact_of, handle, line, name, postal};

cases! {
    success_leaves_nothing_of_what_was
    success_keeps_what_the_zone_holds_fast
    success_for_whoever_has_the_authinfo_from_then_on
    refused_outside_the_zones_and_without_contacts
    refused_for_an_unknown_contact
    refused_for_others_without_and_with_a_wrong_authinfo
    refused_after_ten_wrong_authinfos
    refused_under_a_status
    refused_for_bad_addresses
    refused_for_what_the_zone_does_not_take
    refused_for_others_again_after_a_transfer
}

fn replace(zone: &str, details: Details) -> Replace {
    Replace { handle: handle("JANE"), zone: name(zone), details, proof: None }
}

fn world() -> World {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world
}

fn success_leaves_nothing_of_what_was() {
    let world = world();
    let mut details = citizen();
    details.particulars = Particulars {
        second_email: Some(Email::parse("second@example.test").unwrap()),
        company_number: Some(CompanyNumber::parse("28115708").unwrap()),
        ..Particulars::default()
    };
    details.hide(&[ContactItem::Voice, ContactItem::CompanyNumber]);
    world.done(&world.alpha, Outcome::ContactUpdated, replace("sets.test", details.clone()));
    let contact = contact_of(&world, &world.alpha, "JANE");
    assert_eq!((&contact.details, contact.updater), (&details, Some(world.alpha.id())));
    assert_eq!(contact.details.hidden(), [ContactItem::Voice, ContactItem::CompanyNumber]);
    world.done(&world.alpha, Outcome::ContactUpdated, replace("sets.test", citizen()));
    assert_eq!(contact_of(&world, &world.alpha, "JANE").details, citizen());
    assert_eq!(world.history(contact.id), ["contact_create", "contact_update", "contact_update"]);
}

/// In `made.test` the names stay; the rest follows.
fn success_keeps_what_the_zone_holds_fast() {
    let world = world();
    world.done(&world.alpha, Outcome::ContactUpdated, replace("made.test", citizen()));
    let kept = contact_of(&world, &world.alpha, "JANE").details;
    let address = &kept.postal[0];
    assert_eq!((address.name.first(), address.name.last()), ("Jane", "Doe"));
    assert_eq!((address.country.as_str(), address.kind), ("CZ", PostalKind::Int));
    assert_eq!(kept.voice, citizen().voice);
}

fn success_for_whoever_has_the_authinfo_from_then_on() {
    let world = world();
    let proven = Replace { proof: authinfo("Contact-go-7"), ..replace("sets.test", citizen()) };
    world.done(&world.bravo, Outcome::ContactUpdated, proven);
    world.done(&world.bravo, Outcome::ContactUpdated, replace("sets.test", citizen()));
    let contact = contact_of(&world, &world.bravo, "JANE");
    assert_eq!((contact.sponsor, contact.updater), (world.alpha.id(), Some(world.bravo.id())));
    world.refused(&world.charlie, Outcome::AuthinfoMissing, replace("sets.test", citizen()));
}

fn refused_outside_the_zones_and_without_contacts() {
    let world = world();
    world.refused(&world.alpha, Outcome::ZoneUnknown, replace("elsewhere", citizen()));
    world.refused(&world.alpha, Outcome::ContactsUnsupported, replace("bare.test", citizen()));
}

fn refused_for_an_unknown_contact() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::ContactUnknown, replace("sets.test", citizen()));
}

fn refused_for_others_without_and_with_a_wrong_authinfo() {
    let world = world();
    world.refused(&world.bravo, Outcome::AuthinfoMissing, replace("sets.test", citizen()));
    let wrong = Replace { proof: authinfo("guess"), ..replace("sets.test", citizen()) };
    world.refused(&world.bravo, Outcome::AuthinfoWrong, wrong);
}

fn refused_after_ten_wrong_authinfos() {
    let world = world();
    let with = |proof: &str| Replace { proof: authinfo(proof), ..replace("sets.test", citizen()) };
    for guess in 0..10 {
        world.refused(&world.bravo, Outcome::AuthinfoWrong, with(&format!("guess-{guess}")));
    }
    world.refused(&world.bravo, Outcome::AuthinfoLocked, with("Contact-go-7"));
}

fn refused_under_a_status() {
    let world = world();
    world.set_on_contact("JANE", Status::ServerUpdateProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, replace("sets.test", citizen()));
    let world = self::world();
    world.set_on_contact("JANE", Status::PendingTransfer);
    world.refused(&world.alpha, Outcome::PendingTransferProhibits, replace("sets.test", citizen()));
}

fn refused_for_bad_addresses() {
    let world = world();
    let with = |postal: Vec<Postal>| replace("sets.test", Details { postal, ..citizen() });
    world.refused(&world.alpha, Outcome::TextMissing, with(Vec::new()));
    let twice = [postal(PostalKind::Loc, "Jane Doe"), postal(PostalKind::Loc, "Jane Doe")]
        .map(|address| Postal { postal_code: Some(line("OX1")), ..address });
    world.refused(&world.alpha, Outcome::PostalTwice, with(twice.to_vec()));
    let foreign = Postal { kind: PostalKind::Int, ..citizen().postal[0].clone() };
    world.refused(&world.alpha, Outcome::PostalNotAscii, with(vec![foreign]));
}

fn refused_for_what_the_zone_does_not_take() {
    let world = world();
    let particulars = |particulars| Details { particulars, ..citizen() };
    let taxed = particulars(Particulars {
        tax_number: Some(TaxNumber::parse("CZ28115708").unwrap()),
        ..Particulars::default()
    });
    world.refused(&world.alpha, Outcome::ContactItemRefused, replace("made.test", taxed));
    let passport = Identity::parse(IdentityKind::Passport, "AB123456").unwrap();
    let proven = particulars(Particulars { identity: Some(passport), ..Particulars::default() });
    world.refused(&world.alpha, Outcome::IdentityTypeRefused, replace("sets.test", proven));
    let address = |country: &str, code: &str| {
        let postal = Postal {
            country: Country::parse(country).unwrap(),
            postal_code: Some(line(code)),
            ..citizen().postal[0].clone()
        };
        Details { postal: vec![postal], ..citizen() }
    };
    world.refused(&world.alpha, Outcome::CountryRefused, replace("made.test", address("GB", "OX1")));
    world.refused(&world.alpha, Outcome::PostalCodeMalformed, replace("sets.test", address("CZ", "OX1")));
}

/// Who could change it before has to show the new sponsor's authInfo.
fn refused_for_others_again_after_a_transfer() {
    let world = world();
    let proven = Info { handle: handle("JANE"), zone: None, proof: authinfo("Contact-go-7") };
    world.done(&world.charlie, Outcome::ContactFound, proven);
    let request =
        engine::ops::contact::TransferRequest { zone: Some(name("sets.test")), ..super::request("JANE") };
    world.done(&world.bravo, Outcome::TransferCompleted, request);
    for actor in [&world.alpha, &world.charlie] {
        world.refused(actor, Outcome::AuthinfoMissing, replace("sets.test", citizen()));
    }
}
