//! Finding the contact that a request is about.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    model::{Contact, Handle},
    ops::access::require_sponsor,
    ports::store::Snapshot,
};

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
pub(super) fn find_own<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    handle: &Handle,
) -> Result<Contact, Failure> {
    let contact = find(cx, handle)?;
    require_sponsor(cx, contact.sponsor, handle.as_str())?;
    Ok(contact)
}
