use engine::{
    Field, Outcome,
    model::{
        ContactItem, Country, Details, Identity, IdentityKind, Particulars, Postal, PostalKind, TaxNumber,
    },
    ops::contact::{Create, Delete},
};

use crate::fixture::{World, citizen, contact_of, create_contact, handle, line, name, outcomes, person};

cases! {
    success_under_the_rules_of_a_zone
    success_with_a_handle_of_the_registrys_making
    success_without_a_zone_knows_no_rules
    refused_outside_the_zones_and_without_contacts
    refused_in_a_zone_that_takes_no_new_contacts
    refused_where_the_registry_makes_the_handle
    refused_for_handles_that_cannot_be_had
    refused_for_a_handle_in_quarantine
    refused_for_all_that_a_zone_misses
    refused_for_an_organisation_without_a_name
    refused_for_a_country_and_a_postal_code
    refused_for_types_of_identity
    refused_for_items_that_are_not_taken
}

fn create(zone: &str, handle: Option<engine::model::Handle>, details: Details) -> Create {
    Create { handle, zone: Some(name(zone)), details, ..create_contact("JANE") }
}

fn in_sets(details: Details) -> Create {
    create("sets.test", Some(handle("JANE")), details)
}

fn living_in(country: &str, code: Option<&str>) -> Details {
    let postal = Postal {
        country: Country::parse(country).unwrap(),
        postal_code: code.map(line),
        ..citizen().postal[0].clone()
    };
    Details { postal: vec![postal], ..citizen() }
}

fn success_under_the_rules_of_a_zone() {
    let world = World::new();
    world.done(&world.alpha, Outcome::ContactCreated, in_sets(citizen()));
    let details = contact_of(&world, &world.alpha, "JANE").details;
    assert_eq!(details, citizen());
    assert_eq!((details.postal[0].name.first(), details.postal[0].name.last()), ("Jana", "Nová"));
    assert_eq!(details.postal[0].kind, PostalKind::Loc);
}

fn success_with_a_handle_of_the_registrys_making() {
    let world = World::new();
    let made = |zone| world.done(&world.alpha, Outcome::ContactCreated, create(zone, None, citizen())).handle;
    let (first, second) = (made("made.test"), made("sets.test"));
    assert_ne!(first, second);
    assert!(first.as_str().starts_with("CHY-") && first.as_str().len() == 16, "{first}");
    assert_eq!(contact_of(&world, &world.alpha, first.as_str()).handle, first);
}

fn success_without_a_zone_knows_no_rules() {
    let world = World::new();
    world.done(&world.alpha, Outcome::ContactCreated, create_contact("NIC-1"));
}

fn refused_outside_the_zones_and_without_contacts() {
    let world = World::new();
    for (zone, outcome) in [("elsewhere", Outcome::ZoneUnknown), ("bare.test", Outcome::ContactsUnsupported)]
    {
        world.refused(&world.alpha, outcome, create(zone, None, citizen()));
    }
}

fn refused_in_a_zone_that_takes_no_new_contacts() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::ContactsClosed, create("shut.test", None, citizen()));
}

fn refused_where_the_registry_makes_the_handle() {
    let world = World::new();
    let chosen = create("made.test", Some(handle("JANE")), citizen());
    world.refused(&world.alpha, Outcome::HandleGenerated, chosen);
}

fn refused_for_handles_that_cannot_be_had() {
    let world = World::new();
    for (text, outcome) in [
        ("NIC-1", Outcome::HandleReserved),
        ("ROOT", Outcome::HandleBlocked),
        ("CHY-1", Outcome::HandleKept),
        ("SECRET-1", Outcome::HandleWithheld),
    ] {
        world.refused(&world.alpha, outcome, create("sets.test", Some(handle(text)), citizen()));
    }
}

fn refused_for_a_handle_in_quarantine() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world.done(&world.alpha, Outcome::ContactDeleted, Delete { handle: handle("JANE") });
    world.refused(&world.alpha, Outcome::HandleQuarantined, in_sets(citizen()));
    world.enrol(&world.alpha, "JANE");
}

fn refused_for_all_that_a_zone_misses() {
    let world = World::new();
    let mut bare = person();
    bare.postal[0].street.clear();
    let refusals = world.refused(&world.alpha, Outcome::TextMissing, in_sets(bare));
    let fields: Vec<_> = refusals.iter().map(|refusal| refusal.field.unwrap()).collect();
    assert_eq!(fields, [Field::ContactStreet, Field::ContactPostalCode]);
    let mut role = living_in("US", None);
    role.postal[0].name = line("Hostmaster").into();
    role.voice = None;
    let refusals = world.refused(&world.alpha, Outcome::TextMissing, create("made.test", None, role));
    let fields: Vec<_> = refusals.iter().map(|refusal| refusal.field.unwrap()).collect();
    assert_eq!(fields, [Field::ContactFirstName, Field::ContactVoice, Field::ContactProvince]);
}

fn refused_for_an_organisation_without_a_name() {
    let world = World::new();
    let identity = Identity::parse(IdentityKind::Ico, "28115708").unwrap();
    let mut details = citizen();
    details.particulars.identity = Some(identity);
    let refusals = world.refused(&world.alpha, Outcome::TextMissing, in_sets(details.clone()));
    assert_eq!(refusals.first().field, Some(Field::ContactOrganisation));
    details.postal[0].organisation = Some(line("Nová a dcery"));
    world.done(&world.alpha, Outcome::ContactCreated, in_sets(details));
}

fn refused_for_a_country_and_a_postal_code() {
    let world = World::new();
    let abroad = create("made.test", None, living_in("GB", Some("OX1 1AA")));
    world.refused(&world.alpha, Outcome::CountryRefused, abroad);
    let refusals =
        world.refused(&world.alpha, Outcome::PostalCodeMalformed, in_sets(living_in("CZ", Some("1100"))));
    assert_eq!(refusals.first().reason(), "1100 is no postal code of CZ");
}

fn refused_for_types_of_identity() {
    let world = World::new();
    let mut details = citizen();
    details.particulars.identity = Some(Identity::parse(IdentityKind::Person, "1980-12-24").unwrap());
    world.refused(&world.alpha, Outcome::IdentityTypeRefused, in_sets(details));
}

fn refused_for_items_that_are_not_taken() {
    let world = World::new();
    let particulars = Particulars {
        tax_number: Some(TaxNumber::parse("CZ28115708").unwrap()),
        identity: Some(Identity::parse(IdentityKind::Birthday, "24.12.1980").unwrap()),
        ..Particulars::default()
    };
    let details = Details { particulars, ..citizen() };
    assert!(details.says(ContactItem::TaxNumber));
    let refusals =
        world.refused(&world.alpha, Outcome::ContactItemRefused, create("made.test", None, details));
    assert_eq!(
        outcomes(&refusals),
        [Outcome::ContactItemRefused, Outcome::ContactItemRefused, Outcome::IdentityTypeRefused]
    );
}
