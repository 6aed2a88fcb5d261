use engine::{
    Outcome,
    model::Role,
    ops::domain::{Create, TransferLetter},
};

use crate::{
    delivery::{letters, without_mail},
    fixture::{World, create_domain, handle, name, transfer_of},
};

cases! {
    success_tells_the_registrant
    refused_where_nothing_is_pending
    refused_for_all_but_the_gaining_sponsor
    refused_where_nobody_can_be_told
    refused_so_soon_after_the_last
    refused_without_mail
}

fn letter(domain: &str) -> TransferLetter {
    TransferLetter { name: name(domain) }
}

/// BRAVO's domain, for which ALPHA has asked.
fn asked_for(world: &World) {
    world.enrol(&world.bravo, "JANE");
    let contacts = vec![(Role::Registrant, handle("JANE"))];
    world.done(&world.bravo, Outcome::DomainCreated, Create { contacts, ..create_domain("shop.test") });
    world.done(&world.alpha, Outcome::TransferRequested, transfer_of("shop.test"));
}

fn success_tells_the_registrant() {
    let world = World::new();
    asked_for(&world);
    world.done(&world.alpha, Outcome::TransferLetterSent, letter("shop.test"));
    let letters = letters(&world);
    assert_eq!((letters.len(), letters[0].to.as_str()), (1, "jane@example.test"));
    assert!(letters[0].text.expose().contains("ALPHA has asked for the domain shop.test"));
}

fn refused_where_nothing_is_pending() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, letter("shop.test"));
    world.register(&world.bravo, "shop.test");
    world.refused(&world.alpha, Outcome::TransferNotPending, letter("shop.test"));
}

fn refused_for_all_but_the_gaining_sponsor() {
    let world = World::new();
    asked_for(&world);
    world.refused(&world.bravo, Outcome::NotTransferParty, letter("shop.test"));
}

fn refused_where_nobody_can_be_told() {
    let world = World::new();
    world.register(&world.bravo, "plain.test");
    world.done(&world.alpha, Outcome::TransferRequested, transfer_of("plain.test"));
    world.refused(&world.alpha, Outcome::TransferLetterImpossible, letter("plain.test"));
}

fn refused_so_soon_after_the_last() {
    let world = World::new();
    asked_for(&world);
    world.done(&world.alpha, Outcome::TransferLetterSent, letter("shop.test"));
    world.refused(&world.alpha, Outcome::TransferLetterLately, letter("shop.test"));
    world.pass_days(1);
    world.done(&world.alpha, Outcome::TransferLetterSent, letter("shop.test"));
}

fn refused_without_mail() {
    let world = without_mail();
    asked_for(&world);
    world.refused(&world.alpha, Outcome::MailUnavailable, letter("shop.test"));
}
