//! Whose service it is, and whether it runs.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    model::{DomainName, Protection, ProtectionState},
    ports::store::Snapshot,
};

/// A service that is the actor's, or that it shares.
///
/// # Errors
/// `protection_unknown`, also for a service of another account, so that nobody learns who protects what.
pub(super) fn find<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &DomainName,
) -> Result<Protection, Failure> {
    let unknown = || Refusal::new(Outcome::ProtectionUnknown).at(Field::DomainName).value(name);
    let found = cx.store.protection(name)?.ok_or_else(unknown)?;
    if found.account == cx.actor.id() {
        return Ok(found);
    }
    let invitation = cx.store.invitation(found.id, cx.actor.id())?;
    let shares = invitation.is_some_and(|invitation| invitation.accepted);
    if shares { Ok(found) } else { Err(unknown().into()) }
}

/// A service that is the actor's own.
///
/// # Errors
/// `protection_unknown`, `protection_not_own`.
pub(super) fn find_own<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &DomainName,
) -> Result<Protection, Failure> {
    let found = find(cx, name)?;
    if found.account == cx.actor.id() {
        return Ok(found);
    }
    Err(Refusal::new(Outcome::ProtectionNotOwn).at(Field::DomainName).value(name).into())
}

/// # Errors
/// `protection_not_running` while the service is being set up. One that waits for its payment runs on.
pub(super) fn require_running(protection: &Protection) -> Result<(), Refusal> {
    if protection.state != ProtectionState::Requested {
        return Ok(());
    }
    let refusal = Refusal::new(Outcome::ProtectionNotRunning).at(Field::DomainName).value(&protection.name);
    Err(refusal.fact("reason", "it is being set up"))
}
