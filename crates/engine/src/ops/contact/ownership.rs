//! Finding the contact that a request is about.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Fault, Refusal,
    model::{Contact, Handle},
    ops::access::require_sponsor,
    policy::{HandleChoice, Zone},
    ports::store::Snapshot,
};

/// # Errors
/// `handle_generated` where clients do not choose handles.
pub(super) fn refuse_choice(zone: &Zone, handle: &Handle) -> Result<(), Refusal> {
    match zone.contact.handle {
        HandleChoice::Optional => Ok(()),
        HandleChoice::Generated => {
            let refusal = Refusal::new(Outcome::HandleGenerated).at(Field::ContactId).value(handle);
            Err(refusal.fact("zone", &zone.name))
        }
    }
}

/// Whether the actor may see and change everything: the sponsor, and whoever presented the authInfo once.
///
/// # Errors
/// A fault of the store.
pub(super) fn is_open<S: Snapshot + ?Sized>(cx: &Context<'_, S>, contact: &Contact) -> Result<bool, Fault> {
    let actor = cx.actor.id();
    Ok(contact.sponsor == actor || cx.store.contact_is_open_to(contact.id, actor)?)
}

/// The contact with a handle.
///
/// # Errors
/// `contact_unknown`.
pub(super) fn find<S: Snapshot + ?Sized>(cx: &Context<'_, S>, handle: &Handle) -> Result<Contact, Failure> {
    cx.store
        .contact(handle)?
        .ok_or_else(|| Refusal::new(Outcome::ContactUnknown).at(Field::ContactId).value(handle).into())
}

/// The contact with a handle, sponsored by the actor.
///
/// # Errors
/// `contact_unknown`, `not_sponsor`.
pub(in crate::ops) fn find_own<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    handle: &Handle,
) -> Result<Contact, Failure> {
    let contact = find(cx, handle)?;
    require_sponsor(cx, contact.sponsor, handle.as_str())?;
    Ok(contact)
}
