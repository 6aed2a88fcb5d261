use engine::{
    Outcome,
    model::{Details, PostalKind},
    ops::contact::{Create, Delete},
};

use crate::fixture::{World, contact_of, create_contact, handle, outcomes, person, postal, secret};

cases! {
    success_is_what_was_sent
    success_with_an_address_of_each_kind
    success_without_authinfo
    success_of_a_handle_given_back_under_a_new_id
    refused_for_a_taken_handle
    refused_without_address
    refused_for_two_addresses_of_a_kind
    refused_for_other_letters_in_an_international_address
    refused_for_a_weak_authinfo
    refused_for_all_faults_together
    refused_for_the_handle_before_the_rest
}

fn with_postal(postal: Vec<engine::model::Postal>) -> Create {
    Create { details: Details { postal, ..person() }, ..create_contact("JANE") }
}

fn success_is_what_was_sent() {
    let world = World::new();
    let created = world.done(&world.alpha, Outcome::ContactCreated, create_contact("JANE"));
    assert_eq!((created.handle, created.created_at), (handle("JANE"), world.now()));
    let contact = contact_of(&world, &world.alpha, "JANE");
    assert_eq!(contact.details, person());
    assert_eq!((contact.sponsor, contact.creator), (world.alpha.id(), world.alpha.id()));
    assert_eq!((contact.updater, contact.updated_at, contact.transferred_at), (None, None, None));
    assert_eq!(world.history(contact.id), ["contact_create"]);
}

fn success_with_an_address_of_each_kind() {
    let world = World::new();
    let both = vec![postal(PostalKind::Int, "Jana Nova"), postal(PostalKind::Loc, "Jana Nová")];
    world.done(&world.alpha, Outcome::ContactCreated, with_postal(both.clone()));
    assert_eq!(contact_of(&world, &world.alpha, "JANE").details.postal, both);
}

fn success_without_authinfo() {
    let world = World::new();
    let create = Create { authinfo: secret(""), ..create_contact("JANE") };
    world.done(&world.alpha, Outcome::ContactCreated, create);
    assert_eq!(contact_of(&world, &world.alpha, "JANE").authinfo, None);
}

fn success_of_a_handle_given_back_under_a_new_id() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let first = contact_of(&world, &world.alpha, "JANE").id;
    world.done(&world.alpha, Outcome::ContactDeleted, Delete { handle: handle("JANE") });
    world.enrol(&world.bravo, "JANE");
    let second = contact_of(&world, &world.bravo, "JANE").id;
    assert!(first < second && first.roid() != second.roid());
}

fn refused_for_a_taken_handle() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    for actor in [&world.alpha, &world.bravo] {
        world.refused(actor, Outcome::ContactTaken, create_contact("JANE"));
    }
}

fn refused_without_address() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::TextMissing, with_postal(Vec::new()));
}

fn refused_for_two_addresses_of_a_kind() {
    let world = World::new();
    let twice = vec![postal(PostalKind::Loc, "Jane"), postal(PostalKind::Loc, "John")];
    world.refused(&world.alpha, Outcome::PostalTwice, with_postal(twice));
}

fn refused_for_other_letters_in_an_international_address() {
    let world = World::new();
    let refusals = world.refused(
        &world.alpha,
        Outcome::PostalNotAscii,
        with_postal(vec![postal(PostalKind::Int, "Jana Nová")]),
    );
    assert_eq!(refusals.first().value.as_deref(), Some("Jana Nová"));
}

fn refused_for_a_weak_authinfo() {
    let world = World::new();
    for weak in ["12345", &"x".repeat(256)] {
        let create = Create { authinfo: secret(weak), ..create_contact("JANE") };
        world.refused(&world.alpha, Outcome::AuthinfoWeak, create);
    }
}

fn refused_for_all_faults_together() {
    let world = World::new();
    let wrong = vec![postal(PostalKind::Int, "Jana Nová"), postal(PostalKind::Int, "Jana Nova")];
    let create = Create { authinfo: secret("short"), ..with_postal(wrong) };
    let refusals = world.refused(&world.alpha, Outcome::PostalNotAscii, create);
    assert_eq!(outcomes(&refusals), [Outcome::PostalNotAscii, Outcome::PostalTwice, Outcome::AuthinfoWeak]);
}

fn refused_for_the_handle_before_the_rest() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world.refused(&world.alpha, Outcome::ContactTaken, with_postal(Vec::new()));
}
