//! A notice that is to be delivered, for the first time or again.

use crate::{
    Failure, Fault, Writing,
    model::{Delivery, Due, Job, Notice, NoticeId},
    ports::Parcel,
};

/// Hands a notice out, if it still has to be delivered, and leaves a reminder for the next attempt in the same
/// transaction: a crash after the commit sends it again later, one before it sends it for the first time then.
///
/// # Errors
/// A fault of the store.
pub(super) fn hand_out(cx: &Writing<'_>, due: &Due) -> Result<Option<Parcel>, Failure> {
    let id = NoticeId(due.object.0);
    let Some(delivery) = cx.store.delivery(id)? else { return Ok(None) };
    // A reminder from before that was postponed; the right one is still to come.
    if due.at < delivery.next_at {
        return Ok(None);
    }
    let next = delivery.after_attempt(cx.now);
    let parcel = match cx.store.notice(id)? {
        Some(notice) => parcel(cx, notice, &delivery, next)?,
        // The account has seen it in its queue.
        None => None,
    };
    match next.filter(|_| parcel.is_some()) {
        Some(next) => leave(cx, &next)?,
        None => drop(cx.store.remove_delivery(id)?),
    }
    Ok(parcel)
}

/// The reminder of a delivery.
pub(super) const fn reminder(delivery: &Delivery) -> Due {
    Due::new(delivery.next_at, Job::Delivery, crate::model::ObjectId(delivery.notice.0))
}

/// Leaves a delivery with the reminder of its next attempt.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn leave(cx: &Writing<'_>, next: &Delivery) -> Result<(), Fault> {
    cx.store.put_delivery(next)?;
    cx.store.remind(&reminder(next))
}

/// `None` if the account wants no deliveries any more.
fn parcel(
    cx: &Writing<'_>,
    notice: Notice,
    delivery: &Delivery,
    next: Option<Delivery>,
) -> Result<Option<Parcel>, Failure> {
    let Some(destination) = cx.store.destination(notice.account)? else { return Ok(None) };
    let secret = destination.secret.map(|sealed| cx.unseal(&sealed, notice.account)).transpose()?;
    Ok(Some(Parcel {
        account: cx.clid(notice.account)?,
        target: destination.target,
        secret,
        attempt: delivery.attempts.saturating_add(1),
        next_at: next.map(|next| next.next_at),
        notice,
    }))
}
