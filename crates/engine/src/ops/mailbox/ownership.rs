//! Finding the mailbox that a request is about, and whether it takes further addresses.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Fault, Refusal,
    model::{Mailbox, MailboxId, MailboxName},
    ports::store::Snapshot,
};

/// The actor's mailbox with a name. Others may have mailboxes of the same name.
///
/// # Errors
/// `mailbox_unknown`.
pub(in crate::ops) fn find_own<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &MailboxName,
) -> Result<Mailbox, Failure> {
    let unknown = || Refusal::new(Outcome::MailboxUnknown).at(Field::Mailbox).value(name);
    Ok(cx.store.mailbox(cx.actor.id(), name)?.ok_or_else(unknown)?)
}

/// The mailbox that an address has.
///
/// # Errors
/// A fault if there is none: no address is left behind.
pub(in crate::ops) fn of_id<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    id: MailboxId,
) -> Result<Mailbox, Fault> {
    let found = cx.store.mailbox_by_id(id)?;
    found.ok_or_else(|| Fault::internal(format_args!("mailbox {} is missing", id.0)))
}

/// # Errors
/// `mailbox_disabled`.
pub(in crate::ops) fn require_enabled(mailbox: &Mailbox) -> Result<(), Refusal> {
    if mailbox.is_enabled {
        return Ok(());
    }
    Err(Refusal::new(Outcome::MailboxDisabled).at(Field::Mailbox).value(&mailbox.name))
}
