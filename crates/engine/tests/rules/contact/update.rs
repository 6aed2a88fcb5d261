use engine::{
    Outcome,
    model::{Country, Disclosure, Email, Phone, PostalKind, Status, StatusNote},
    ops::{
        StatusChange,
        contact::{AddressChange, Create, PostalChange, Update},
    },
};

use crate::fixture::{World, contact_of, contact_update, create_contact, line, outcomes, postal, secret};

cases! {
    success_changes_what_is_named
    success_removes_a_number
    success_changes_an_address_and_keeps_the_rest
    success_adds_an_address_of_the_other_kind
    success_replaces_the_disclosure
    success_lifts_its_own_bar
    success_keeps_the_note_of_a_status
    refused_when_empty
    refused_for_a_status_twice
    refused_for_a_status_in_both_lists
    refused_for_a_status_of_the_server
    refused_for_a_status_of_other_objects
    refused_for_an_unknown_contact
    refused_for_the_contact_of_another
    refused_under_a_status
    refused_while_a_transfer_is_pending
    refused_for_what_is_set
    refused_for_what_is_not_set
    refused_for_an_incomplete_new_address
    refused_for_one_kind_twice
    refused_for_other_letters_in_an_international_address
    refused_for_a_weak_authinfo
    refused_for_all_faults_together
    refused_for_the_request_before_the_contact_before_the_sponsor_before_the_status
}

/// A world in which ALPHA has a contact.
fn world() -> World {
    let world = World::new();
    let create = Create { ..create_contact("JANE") };
    world.done(&world.alpha, Outcome::ContactCreated, create);
    world
}

fn statuses(add: &[Status], remove: &[Status]) -> Update {
    let add = add.iter().map(|status| (*status, None)).collect();
    Update { statuses: StatusChange { add, remove: remove.to_vec() }, ..contact_update("JANE") }
}

fn change(kind: PostalKind) -> PostalChange {
    PostalChange { kind, name: None, organisation: None, address: None }
}

fn elsewhere() -> AddressChange {
    AddressChange {
        street: Vec::new(),
        city: line("Praha"),
        province: None,
        postal_code: Some(line("110 00")),
        country: Country::parse("CZ").unwrap(),
    }
}

fn update(world: &World, update: Update) {
    world.done(&world.alpha, Outcome::ContactUpdated, update);
}

fn success_changes_what_is_named() {
    let world = world();
    world.pass_days(1);
    let before = contact_of(&world, &world.alpha, "JANE");
    let changes = Update {
        voice: Some(Some(Phone::parse("+44.1865332211", None).unwrap())),
        email: Some(Email::parse("new@example.test").unwrap()),
        ..contact_update("JANE")
    };
    update(&world, changes);
    let after = contact_of(&world, &world.alpha, "JANE");
    assert_eq!(after.details.email.as_str(), "new@example.test");
    assert_eq!(after.details.voice.unwrap().number(), "+44.1865332211");
    assert_eq!((after.details.postal, after.authinfo), (before.details.postal, before.authinfo));
    assert_eq!((after.updater, after.updated_at), (Some(world.alpha.id()), Some(world.now())));
    assert_eq!(world.history(after.id), ["contact_create", "contact_update"]);
}

fn success_removes_a_number() {
    let world = world();
    for (fax, left) in [(Some(Phone::parse("+1.2", None).unwrap()), true), (None, false)] {
        update(&world, Update { fax: Some(fax), ..contact_update("JANE") });
        assert_eq!(contact_of(&world, &world.alpha, "JANE").details.fax.is_some(), left);
    }
}

fn success_changes_an_address_and_keeps_the_rest() {
    let world = world();
    let organisation = PostalChange { organisation: Some(Some(line("Acme"))), ..change(PostalKind::Int) };
    update(&world, Update { postal: vec![organisation], ..contact_update("JANE") });
    let moved = PostalChange { address: Some(elsewhere()), ..change(PostalKind::Int) };
    update(&world, Update { postal: vec![moved], ..contact_update("JANE") });
    let details = contact_of(&world, &world.alpha, "JANE").details;
    let [address] = details.postal.as_slice() else { panic!("{details:?}") };
    assert_eq!((address.name.as_str(), address.city.as_str()), ("Jane Doe", "Praha"));
    assert_eq!(address.organisation.as_ref().unwrap().as_str(), "Acme");
    assert!(address.street.is_empty(), "an address is replaced as a whole");

    let gone = PostalChange { organisation: Some(None), ..change(PostalKind::Int) };
    update(&world, Update { postal: vec![gone], ..contact_update("JANE") });
    assert_eq!(contact_of(&world, &world.alpha, "JANE").details.postal[0].organisation, None);
}

fn success_adds_an_address_of_the_other_kind() {
    let world = world();
    let local = PostalChange {
        name: Some(line("Jana Nová").into()),
        address: Some(elsewhere()),
        ..change(PostalKind::Loc)
    };
    update(&world, Update { postal: vec![local], ..contact_update("JANE") });
    let details = contact_of(&world, &world.alpha, "JANE").details;
    assert_eq!(details.postal(PostalKind::Loc).unwrap().name.as_str(), "Jana Nová");
    assert_eq!(details.postal(PostalKind::Int), Some(&postal(PostalKind::Int, "Jane Doe")));
}

fn success_replaces_the_disclosure() {
    let world = world();
    let wish = Disclosure { show: false, elements: vec!["voice".into()] };
    update(&world, Update { disclosure: Some(wish.clone()), ..contact_update("JANE") });
    assert_eq!(contact_of(&world, &world.alpha, "JANE").details.disclosure, Some(wish));
}

fn success_lifts_its_own_bar() {
    let world = world();
    update(&world, statuses(&[Status::ClientUpdateProhibited], &[]));
    world.refused(&world.alpha, Outcome::StatusProhibits, statuses(&[Status::ClientDeleteProhibited], &[]));
    update(&world, statuses(&[], &[Status::ClientUpdateProhibited]));
    assert!(contact_of(&world, &world.alpha, "JANE").statuses.is_empty());
}

fn success_keeps_the_note_of_a_status() {
    let world = world();
    let note = StatusNote { language: "cs".into(), text: "nezaplaceno".into() };
    let add = vec![(Status::ClientDeleteProhibited, Some(note.clone()))];
    update(&world, Update { statuses: StatusChange { add, remove: Vec::new() }, ..contact_update("JANE") });
    let statuses = contact_of(&world, &world.alpha, "JANE").statuses;
    assert_eq!(statuses.note(Status::ClientDeleteProhibited), Some(&note));
}

fn refused_when_empty() {
    let world = world();
    world.refused(&world.alpha, Outcome::UpdateEmpty, contact_update("JANE"));
}

fn refused_for_a_status_twice() {
    let world = world();
    let twice = statuses(&[Status::ClientDeleteProhibited; 2], &[]);
    world.refused(&world.alpha, Outcome::NamedTwice, twice);
}

fn refused_for_a_status_in_both_lists() {
    let world = world();
    let both = statuses(&[Status::ClientDeleteProhibited], &[Status::ClientDeleteProhibited]);
    world.refused(&world.alpha, Outcome::AddedAndRemoved, both);
}

fn refused_for_a_status_of_the_server() {
    let world = world();
    for status in [Status::ServerUpdateProhibited, Status::PendingTransfer, Status::Linked, Status::Ok] {
        world.refused(&world.alpha, Outcome::StatusNotSettable, statuses(&[status], &[]));
        world.refused(&world.alpha, Outcome::StatusNotSettable, statuses(&[], &[status]));
    }
}

/// Contacts can neither be put on hold nor be renewed (RFC 5733 section 2.2).
fn refused_for_a_status_of_other_objects() {
    let world = world();
    for status in [Status::ClientHold, Status::ClientRenewProhibited] {
        world.refused(&world.alpha, Outcome::StatusNotSettable, statuses(&[status], &[]));
    }
}

fn refused_for_an_unknown_contact() {
    let world = World::new();
    let change = statuses(&[Status::ClientDeleteProhibited], &[]);
    world.refused(&world.alpha, Outcome::ContactUnknown, change);
}

fn refused_for_the_contact_of_another() {
    let world = world();
    let change = statuses(&[Status::ClientDeleteProhibited], &[]);
    world.refused(&world.bravo, Outcome::NotSponsor, change);
}

fn refused_under_a_status() {
    let world = world();
    update(&world, statuses(&[Status::ClientUpdateProhibited], &[]));
    let change = Update { authinfo: Some(secret("")), ..contact_update("JANE") };
    world.refused(&world.alpha, Outcome::StatusProhibits, change);
}

fn refused_while_a_transfer_is_pending() {
    let world = super::asked_for("JANE");
    let refusals = world.refused(
        &world.alpha,
        Outcome::PendingTransferProhibits,
        statuses(&[Status::ClientTransferProhibited], &[]),
    );
    assert_eq!(refusals.first().facts, [("status", "pendingTransfer".to_owned())]);
}

fn refused_for_what_is_set() {
    let world = world();
    update(&world, statuses(&[Status::ClientDeleteProhibited], &[]));
    world.refused(&world.alpha, Outcome::AlreadySet, statuses(&[Status::ClientDeleteProhibited], &[]));
}

fn refused_for_what_is_not_set() {
    let world = world();
    world.refused(&world.alpha, Outcome::NotSet, statuses(&[], &[Status::ClientDeleteProhibited]));
}

fn refused_for_an_incomplete_new_address() {
    let world = world();
    for incomplete in [
        change(PostalKind::Loc),
        PostalChange { name: Some(line("Jana").into()), ..change(PostalKind::Loc) },
        PostalChange { address: Some(elsewhere()), ..change(PostalKind::Loc) },
    ] {
        let update = Update { postal: vec![incomplete], ..contact_update("JANE") };
        world.refused(&world.alpha, Outcome::TextMissing, update);
    }
}

fn refused_for_one_kind_twice() {
    let world = world();
    let twice = vec![change(PostalKind::Int), change(PostalKind::Int)];
    world.refused(&world.alpha, Outcome::PostalTwice, Update { postal: twice, ..contact_update("JANE") });
}

fn refused_for_other_letters_in_an_international_address() {
    let world = world();
    let renamed = PostalChange { name: Some(line("Jana Nová").into()), ..change(PostalKind::Int) };
    let update = Update { postal: vec![renamed], ..contact_update("JANE") };
    world.refused(&world.alpha, Outcome::PostalNotAscii, update);
}

fn refused_for_a_weak_authinfo() {
    let world = world();
    let weak = Update { authinfo: Some(secret("12345")), ..contact_update("JANE") };
    world.refused(&world.alpha, Outcome::AuthinfoWeak, weak);
}

fn refused_for_all_faults_together() {
    let world = world();
    let renamed = PostalChange { name: Some(line("Jana Nová").into()), ..change(PostalKind::Int) };
    let wrong = Update {
        postal: vec![renamed],
        authinfo: Some(secret("12345")),
        ..statuses(&[], &[Status::ClientDeleteProhibited])
    };
    let refusals = world.refused(&world.alpha, Outcome::NotSet, wrong);
    assert_eq!(outcomes(&refusals), [Outcome::NotSet, Outcome::PostalNotAscii, Outcome::AuthinfoWeak]);
}

fn refused_for_the_request_before_the_contact_before_the_sponsor_before_the_status() {
    let world = world();
    update(&world, statuses(&[Status::ClientUpdateProhibited], &[]));
    let unknown = Update { handle: crate::fixture::handle("JOHN"), ..contact_update("JANE") };
    world.refused(&world.alpha, Outcome::UpdateEmpty, unknown);
    let weak = || Update { authinfo: Some(secret("12345")), ..contact_update("JANE") };
    world.refused(
        &world.alpha,
        Outcome::ContactUnknown,
        Update { handle: crate::fixture::handle("JOHN"), ..weak() },
    );
    world.refused(&world.bravo, Outcome::NotSponsor, weak());
    world.refused(&world.alpha, Outcome::StatusProhibits, weak());
}
