//! A contact changes hands.

use crate::{
    Failure, Writing,
    model::{Contact, Event, Status, Transfer, TransferReport},
    ops::TransferAnswer,
};

/// Gives a contact to the gaining sponsor. Its authInfo is void from then on (RFC 9154 section 4.1), and whoever
/// presented it before has to ask for the new one.
///
/// # Errors
/// A fault of the store.
pub(super) fn hand_over(cx: &Writing<'_>, contact: &mut Contact, transfer: &Transfer) -> Result<(), Failure> {
    contact.sponsor = transfer.gaining;
    contact.transferred_at = Some(cx.now);
    contact.authinfo = None;
    contact.statuses.unset(Status::PendingTransfer);
    contact.touch(cx.actor.id(), cx.now);
    cx.store.update_contact(contact)?;
    cx.store.close_contact(contact.id)?;
    cx.reset_authinfo_guard(contact.id.into());
    Ok(())
}

/// Leaves a contact where it is after a transfer that came to nothing.
///
/// # Errors
/// A fault of the store.
pub(super) fn stay(cx: &Writing<'_>, contact: &mut Contact) -> Result<(), Failure> {
    contact.statuses.unset(Status::PendingTransfer);
    Ok(cx.store.update_contact(contact)?)
}

/// What both sides hear of a contact's transfer.
pub(super) fn event(contact: &Contact) -> impl Fn(TransferReport) -> Event + use<> {
    let handle = contact.handle.to_string();
    move |transfer| Event::ContactTransfer { handle: handle.clone(), transfer }
}

/// The answer of an operation that ended a transfer.
pub(super) fn answer(contact: &Contact, transfer: TransferReport) -> TransferAnswer {
    TransferAnswer { name: contact.handle.to_string(), transfer }
}
