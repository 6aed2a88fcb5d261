use engine::{
    Outcome,
    model::{Role, Status},
    ops::{
        StatusChange,
        contact::{Delete, Update},
        domain,
    },
    ports::store::Kind,
};

use super::use_as_registrant;
use crate::fixture::{World, contact_of, contact_update, domain_update, handle, name};

cases! {
    success_leaves_nothing_but_history
    success_once_no_domain_uses_it
    refused_for_an_unknown_contact
    refused_for_the_contact_of_another
    refused_under_a_status
    refused_while_a_transfer_is_pending
    refused_while_a_domain_uses_it
    refused_while_a_domain_in_redemption_uses_it
    refused_for_the_sponsor_before_the_status_before_the_link
    refused_while_a_set_of_name_servers_uses_it
}

fn delete(contact: &str) -> Delete {
    Delete { handle: handle(contact) }
}

fn bar(world: &World, contact: &str) {
    let add = vec![(Status::ClientDeleteProhibited, None)];
    let bar = Update { statuses: StatusChange { add, remove: Vec::new() }, ..contact_update(contact) };
    world.done(&world.alpha, Outcome::ContactUpdated, bar);
}

fn success_leaves_nothing_but_history() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let id = contact_of(&world, &world.alpha, "JANE").id;
    world.done(&world.alpha, Outcome::ContactDeleted, delete("JANE"));
    assert!(!world.engine.store().names().holds(Kind::Contact, "JANE"));
    assert_eq!(world.history(id), ["contact_create", "contact_delete"]);
    world.refused(&world.alpha, Outcome::ContactUnknown, delete("JANE"));
}

fn success_once_no_domain_uses_it() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    use_as_registrant(&world, &world.alpha, "JANE", "shop.test");
    world.refused(&world.alpha, Outcome::ContactLinked, delete("JANE"));
    let release = domain::Update { registrant: Some(None), ..domain_update("shop.test") };
    world.done(&world.alpha, Outcome::DomainUpdated, release);
    world.done(&world.alpha, Outcome::ContactDeleted, delete("JANE"));
}

fn refused_for_an_unknown_contact() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::ContactUnknown, delete("JANE"));
}

fn refused_for_the_contact_of_another() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world.refused(&world.bravo, Outcome::NotSponsor, delete("JANE"));
}

fn refused_under_a_status() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    bar(&world, "JANE");
    let refusals = world.refused(&world.alpha, Outcome::StatusProhibits, delete("JANE"));
    assert_eq!(refusals.first().facts, [("status", "clientDeleteProhibited".to_owned())]);
}

fn refused_while_a_transfer_is_pending() {
    let world = super::asked_for("JANE");
    world.refused(&world.alpha, Outcome::PendingTransferProhibits, delete("JANE"));
}

/// In whichever role, and whoever's the domain is.
fn refused_while_a_domain_uses_it() {
    let world = World::new();
    for role in Role::ALL {
        let contact = format!("JANE-{}", role as u8);
        world.enrol(&world.alpha, &contact);
        let create = domain::Create {
            contacts: vec![(role, handle(&contact))],
            ..crate::fixture::create_domain(&format!("shop{}.test", role as u8))
        };
        world.done(&world.bravo, Outcome::DomainCreated, create);
        world.refused(&world.alpha, Outcome::ContactLinked, delete(&contact));
    }
}

fn refused_while_a_domain_in_redemption_uses_it() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    use_as_registrant(&world, &world.alpha, "JANE", "shop.test");
    world.pass_days(6);
    world.done(&world.alpha, Outcome::DomainDeletePending, domain::Delete { name: name("shop.test") });
    world.refused(&world.alpha, Outcome::ContactLinked, delete("JANE"));
}

fn refused_for_the_sponsor_before_the_status_before_the_link() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    use_as_registrant(&world, &world.alpha, "JANE", "shop.test");
    bar(&world, "JANE");
    world.refused(&world.bravo, Outcome::NotSponsor, delete("JANE"));
    world.refused(&world.alpha, Outcome::StatusProhibits, delete("JANE"));
}

fn refused_while_a_set_of_name_servers_uses_it() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let create =
        engine::ops::nsset::Create { contacts: vec![handle("JANE")], ..crate::fixture::create_nsset("SET") };
    world.done(&world.bravo, Outcome::NssetCreated, create);
    world.refused(&world.alpha, Outcome::ContactLinked, delete("JANE"));
}
