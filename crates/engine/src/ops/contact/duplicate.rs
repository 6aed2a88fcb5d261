use crate::{
    Failure, Fault, Refusal, Writing,
    model::{AccountId, Contact, ContactId, Handle, HandleForm, Statuses},
    ops::data_quality::carry_along,
    ports::store::Inserted,
};
use outcomes::{Field, Outcome};

/// Makes a contact that says the same as another one, for an account.
///
/// # Errors
/// `contact_taken` for a handle that was chosen; a fault of the store.
pub(in crate::ops) fn duplicate(
    cx: &Writing<'_>,
    contact: &Contact,
    sponsor: AccountId,
    handle: Option<&Handle>,
) -> Result<Contact, Failure> {
    let make = |handle| Contact {
        id: ContactId(cx.new_id()),
        handle,
        sponsor,
        creator: cx.actor.id(),
        created_at: cx.now,
        updater: None,
        updated_at: None,
        transferred_at: None,
        statuses: Statuses::default(),
        authinfo: None,
        details: contact.details.clone(),
    };
    if let Some(handle) = handle {
        let copy = make(handle.clone());
        return match cx.store.insert_contact(&copy)? {
            Inserted::Yes => with_process(cx, contact, copy),
            Inserted::Taken => {
                Err(Refusal::new(Outcome::ContactTaken).at(Field::NewContactId).value(handle).into())
            }
        };
    }
    // One that is taken is drawn again; more than one in a row are a sign of broken randomness.
    for _ in 0..DRAWS {
        let copy = make(Handle::generate(cx.entropy, HandleForm::default()));
        if cx.store.insert_contact(&copy)? == Inserted::Yes {
            return with_process(cx, contact, copy);
        }
    }
    Err(Fault::internal(format!("{DRAWS} generated handles were taken")).into())
}

/// What is done about wrong data of a contact is done about those of its copy.
fn with_process(cx: &Writing<'_>, of: &Contact, copy: Contact) -> Result<Contact, Failure> {
    carry_along(cx, of.id, copy.id)?;
    Ok(copy)
}

const DRAWS: usize = 4;
