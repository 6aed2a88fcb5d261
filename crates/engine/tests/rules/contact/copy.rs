use engine::{
    Outcome,
    model::{Email, HandleForm},
    ops::contact::{Copy, Create, Update},
};

use crate::fixture::{World, contact_of, contact_update, create_contact, handle, person};

cases! {
    success_says_the_same_under_a_new_handle
    success_of_a_contact_that_will_do
    success_of_one_that_says_something_else
    refused_for_an_unknown_contact
    refused_for_the_contact_of_another
}

fn copy(contact: &str) -> Copy {
    Copy { handle: handle(contact), form: HandleForm::Person }
}

/// A contact with the handle that is made for it, unless there is one that says the same.
fn wanted() -> Create {
    Create { handle: None, form: HandleForm::Person, reuse: true, ..create_contact("JANE") }
}

fn success_says_the_same_under_a_new_handle() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let made = world.done(&world.alpha, Outcome::ContactCreated, copy("JANE")).handle;
    let (start, end) = made.as_str().split_at(5);
    assert!(start.starts_with("P-") && end.len() == 7 && end.bytes().all(|c| c.is_ascii_digit()), "{made}");
    let contact = contact_of(&world, &world.alpha, made.as_str());
    assert_eq!((contact.details, contact.authinfo), (person(), None));
}

fn success_of_a_contact_that_will_do() {
    let world = World::new();
    world.enrol(&world.bravo, "THEIRS");
    let made = world.done(&world.alpha, Outcome::ContactCreated, wanted());
    assert_eq!(world.done(&world.alpha, Outcome::ContactReused, wanted()), made);
    let other = world.done(&world.alpha, Outcome::ContactCreated, Create { reuse: false, ..wanted() });
    assert_ne!(other.handle, made.handle);
    assert_eq!(world.done(&world.alpha, Outcome::ContactReused, wanted()), made, "the oldest");
}

fn success_of_one_that_says_something_else() {
    let world = World::new();
    let made = world.done(&world.alpha, Outcome::ContactCreated, wanted()).handle;
    let email = Email::parse("other@example.test").ok();
    let update = Update { email, ..contact_update(made.as_str()) };
    world.done(&world.alpha, Outcome::ContactUpdated, update);
    world.done(&world.alpha, Outcome::ContactCreated, wanted());
}

fn refused_for_an_unknown_contact() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::ContactUnknown, copy("JANE"));
}

fn refused_for_the_contact_of_another() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world.refused(&world.bravo, Outcome::NotSponsor, copy("JANE"));
}
