//! Finding the mailspace that a request is about, and whether it takes anything new.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Fault, Refusal,
    model::{Mailspace, MailspaceId, MailspaceName},
    ports::store::Snapshot,
};

/// The actor's mailspace with a name.
///
/// # Errors
/// `mailspace_unknown`, `mailspace_foreign`.
pub(in crate::ops) fn find_own<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &MailspaceName,
) -> Result<Mailspace, Failure> {
    let refused = |outcome| Failure::from(Refusal::new(outcome).at(Field::Mailspace).value(name));
    let found = cx.store.mailspace(name)?.ok_or_else(|| refused(Outcome::MailspaceUnknown))?;
    if found.account == cx.actor.id() { Ok(found) } else { Err(refused(Outcome::MailspaceForeign)) }
}

/// The mailspace that something lies in.
///
/// # Errors
/// A fault if there is none: nothing in a mailspace is left behind.
pub(in crate::ops) fn of_id<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    id: MailspaceId,
) -> Result<Mailspace, Fault> {
    let found = cx.store.mailspace_by_id(id)?;
    found.ok_or_else(|| Fault::internal(format_args!("mailspace {} is missing", id.0)))
}

/// # Errors
/// `mailspace_disabled`.
pub(in crate::ops) fn require_enabled(mailspace: &Mailspace) -> Result<(), Refusal> {
    let Some(reason) = mailspace.disabled_because() else { return Ok(()) };
    let refusal = Refusal::new(Outcome::MailspaceDisabled).at(Field::Mailspace).value(&mailspace.name);
    Err(refusal.fact("reason", reason))
}
