//! Who may touch an object, and in which state.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    model::{AccountId, AuthInfo, Status, Statuses},
    policy::Zone,
    ports::store::Snapshot,
};

/// An authInfo presented with a request.
#[derive(Clone, Debug)]
pub struct AuthInfoProof {
    /// The secret.
    pub authinfo: AuthInfo,
    /// The ROID of the contact it belongs to, if it is not the domain's own (RFC 5731 section 2.6).
    pub roid: Option<String>,
}

/// # Errors
/// `not_sponsor` unless the actor sponsors the object.
pub(super) fn require_sponsor<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    sponsor: AccountId,
    name: &str,
) -> Result<(), Failure> {
    if sponsor == cx.actor.id() { Ok(()) } else { Err(Refusal::new(Outcome::NotSponsor).value(name).into()) }
}

/// # Errors
/// `zone_asleep` while the zone takes no changes.
pub(super) fn require_awake<S: Snapshot + ?Sized>(cx: &Context<'_, S>, zone: &Zone) -> Result<(), Failure> {
    let Some(until) = zone.rest.and_then(|rest| rest.ends_at(cx.now)) else { return Ok(()) };
    Err(Refusal::new(Outcome::ZoneAsleep).fact("zone", &zone.name).fact("until", until).into())
}

/// # Errors
/// `status_prohibits`, naming the first status of `bars` (and any that is pending) that is set;
/// `pending_transfer_prohibits` where that is a transfer, which ends without any doing of the sponsor's.
pub(super) fn require_free(statuses: &Statuses, bars: &[Status], name: &str) -> Result<(), Failure> {
    let bar = statuses.first_of(Status::PENDING).or_else(|| statuses.first_of(bars));
    let Some(status) = bar else { return Ok(()) };
    let outcome = match status {
        Status::PendingTransfer => Outcome::PendingTransferProhibits,
        _ => Outcome::StatusProhibits,
    };
    Err(Refusal::new(outcome).at(Field::Status).value(name).fact("status", status).into())
}

/// As [`require_free`] for an update, which may always take the client's own bar away (RFC 5731 section 2.3).
///
/// # Errors
/// `status_prohibits`, `pending_transfer_prohibits`.
pub(super) fn require_updatable(
    statuses: &Statuses,
    change: &super::StatusChange,
    name: &str,
) -> Result<(), Failure> {
    let lifts_bar = change.remove.contains(&Status::ClientUpdateProhibited);
    let bars = if lifts_bar { &[Status::ServerUpdateProhibited][..] } else { Status::BARS_UPDATE };
    require_free(statuses, bars, name)
}
