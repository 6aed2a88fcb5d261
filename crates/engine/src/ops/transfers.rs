//! What transfers of domains, contacts and sets of name servers have in common.
//!
//! ```text
//!                     +--> clientApproved   by the losing sponsor  --> the object changes hands
//!   (none) --> pending +--> clientRejected   by the losing sponsor
//!                     +--> clientCancelled  by the gaining sponsor
//!                     +--> serverApproved / serverCancelled  when its time is up, by policy
//! ```

use outcomes::Outcome;

use crate::{
    Context, Failure, Fault, Refusal, Writing,
    model::{AccountId, Arrival, Due, Event, Job, ObjectId, Transfer, TransferReport, TransferState},
    ops::notify::notify_asked,
    ports::store::Snapshot,
};

/// What a transfer operation answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransferAnswer {
    /// The object, by the name its protocol knows it by.
    pub name: String,
    /// Where its latest transfer stands.
    pub transfer: TransferReport,
}

/// The side of a transfer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Gaining,
    Losing,
}

impl Side {
    fn of(self, transfer: &Transfer) -> AccountId {
        match self {
            Self::Gaining => transfer.gaining,
            Self::Losing => transfer.losing,
        }
    }
}

/// The pending transfer of an object, if the actor is on the side that may end it.
///
/// # Errors
/// `transfer_not_pending`, `not_transfer_party`.
pub(super) fn pending(
    cx: &Writing<'_>,
    object: ObjectId,
    name: &str,
    side: Side,
) -> Result<Transfer, Failure> {
    let latest = cx.store.transfer(object)?.filter(|transfer| transfer.state == TransferState::Pending);
    let transfer = latest.ok_or_else(|| Refusal::new(Outcome::TransferNotPending).value(name))?;
    if side.of(&transfer) != cx.actor.id() {
        return Err(Refusal::new(Outcome::NotTransferParty).value(name).into());
    }
    Ok(transfer)
}

/// Records how a pending transfer ended, and tells whoever did not end it.
///
/// # Errors
/// A fault of the store.
pub(super) fn end(
    cx: &Writing<'_>,
    transfer: Transfer,
    state: TransferState,
    event: impl Fn(TransferReport) -> Event,
) -> Result<TransferReport, Fault> {
    let ended = Transfer { state, acts_at: cx.now, arrival: Arrival::default(), ..transfer };
    cx.store.put_transfer(&ended)?;
    let report = report(cx, &ended)?;
    let parties = [(ended.losing, None), (ended.gaining, ended.asked)];
    for (party, asked) in parties.into_iter().filter(|(party, _)| *party != cx.actor.id()) {
        notify_asked(cx, party, event(report.clone()), asked)?;
    }
    Ok(report)
}

/// The transfer of an object that comes to the actor at once, without changing a registration.
pub(super) fn at_once(cx: &Writing<'_>, object: ObjectId, losing: AccountId) -> Transfer {
    Transfer {
        object,
        state: TransferState::ServerApproved,
        gaining: cx.actor.id(),
        requested_at: cx.now,
        losing,
        acts_at: cx.now,
        years: 0,
        expires_at: None,
        asked: Some(cx.asked()),
        needs_sponsor: false,
        arrival: Arrival::default(),
    }
}

/// Leaves a reminder that the time to answer a transfer will be up.
///
/// # Errors
/// A fault of the store.
pub(super) fn schedule(cx: &Writing<'_>, transfer: &Transfer) -> Result<(), Fault> {
    cx.store.remind(&Due::new(transfer.acts_at, Job::Transfer, transfer.object))
}

/// The transfer of an object, if it is pending and the time to answer it is up.
///
/// # Errors
/// A fault of the store.
pub(super) fn overdue(cx: &Writing<'_>, object: ObjectId) -> Result<Option<Transfer>, Fault> {
    let is_overdue =
        |transfer: &Transfer| transfer.state == TransferState::Pending && transfer.acts_at <= cx.now;
    Ok(cx.store.transfer(object)?.filter(is_overdue))
}

/// A transfer with the identifiers of both sides.
///
/// # Errors
/// A fault of the store.
pub(super) fn report<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    transfer: &Transfer,
) -> Result<TransferReport, Fault> {
    Ok(TransferReport {
        state: transfer.state,
        gaining: cx.clid(transfer.gaining)?.to_string(),
        requested_at: transfer.requested_at,
        losing: cx.clid(transfer.losing)?.to_string(),
        acts_at: transfer.acts_at,
        expires_at: transfer.expires_at,
        object: Some(transfer.object.0),
    })
}
