//! What a zone asks of people who are told whole with a domain.

use engine::{
    Field, Outcome, Refusals,
    model::{Country, Details, Identity, IdentityKind, Particulars, Postal, Role, TaxNumber},
    ops::domain::{Create, Person, Replacement, Update},
};

use crate::fixture::{World, citizen, create_domain, domain_update, line, outcomes, person};

cases! {
    success_of_somebody_who_says_all
    success_in_a_role_that_the_zone_does_not_look_at
    refused_for_what_is_missing
    refused_for_a_country
    refused_for_items_that_are_not_taken
    refused_for_a_postal_code_in_any_role
    refused_for_opting_out_where_that_is_locked
}

fn with(role: Role, details: Details) -> Vec<Person> {
    vec![Person { role, details }]
}

/// The refusal of a registration with somebody, and of a change to the same person, which have to be alike.
fn refused(outcome: Outcome, zone: &str, (role, details): (Role, Details)) -> Refusals {
    let world = World::new();
    let (shop, news) = (format!("shop.{zone}"), format!("news.{zone}"));
    let create = |name: &str, people| Create { people, ..create_domain(name) };
    world.done(&world.alpha, Outcome::DomainCreated, create(&shop, with(Role::Registrant, citizen())));
    let people = with(role, details);
    let created = world.refused(&world.alpha, outcome, create(&news, people.clone()));
    let replace = Replacement { people, ..Replacement::default() };
    let updated = world.refused(&world.alpha, outcome, Update { replace, ..domain_update(&shop) });
    assert_eq!(outcomes(&created), outcomes(&updated));
    created
}

fn living_in(country: &str, code: &str) -> Details {
    let country = Country::parse(country).unwrap();
    let postal = Postal { country, postal_code: Some(line(code)), ..citizen().postal[0].clone() };
    Details { postal: vec![postal], ..citizen() }
}

fn success_of_somebody_who_says_all() {
    let world = World::new();
    let people = with(Role::Registrant, citizen());
    world.done(&world.alpha, Outcome::DomainCreated, Create { people, ..create_domain("shop.made.test") });
}

fn success_in_a_role_that_the_zone_does_not_look_at() {
    let world = World::new();
    let people = with(Role::Tech, person());
    world.done(&world.alpha, Outcome::DomainCreated, Create { people, ..create_domain("shop.made.test") });
}

fn refused_for_what_is_missing() {
    let refusals = refused(Outcome::TextMissing, "made.test", (Role::Registrant, person()));
    let first = refusals.first();
    assert_eq!(first.field, Some(Field::Registrant));
    assert!(first.facts.contains(&("item", Field::ContactVoice.title().to_owned())), "{first:?}");
}

fn refused_for_a_country() {
    let refusals =
        refused(Outcome::CountryRefused, "made.test", (Role::Registrant, living_in("GB", "OX1 1AA")));
    assert_eq!(refusals.first().field, Some(Field::Registrant));
}

fn refused_for_items_that_are_not_taken() {
    let particulars = Particulars {
        tax_number: Some(TaxNumber::parse("CZ28115708").unwrap()),
        identity: Some(Identity::parse(IdentityKind::Birthday, "24.12.1980").unwrap()),
        ..Particulars::default()
    };
    let registrant = (Role::Registrant, Details { particulars, ..citizen() });
    let refusals = refused(Outcome::ContactItemRefused, "made.test", registrant);
    assert_eq!(
        outcomes(&refusals),
        [Outcome::ContactItemRefused, Outcome::ContactItemRefused, Outcome::IdentityTypeRefused]
    );
}

fn refused_for_opting_out_where_that_is_locked() {
    let particulars = Particulars { opt_out: true, opt_out_locked: true, ..Particulars::default() };
    let registrant = (Role::Registrant, Details { particulars, ..citizen() });
    let refusals = refused(Outcome::OptOutLocked, "made.test", registrant);
    assert_eq!(refusals.first().field, Some(Field::Registrant));
}

fn refused_for_a_postal_code_in_any_role() {
    for (role, field) in [
        (Role::Registrant, Field::Registrant),
        (Role::Admin, Field::AdminContact),
        (Role::Tech, Field::TechContact),
        (Role::Billing, Field::BillingContact),
    ] {
        let refusals = refused(Outcome::PostalCodeMalformed, "sets.test", (role, living_in("CZ", "1100")));
        assert_eq!(refusals.first().field, Some(field));
    }
}
