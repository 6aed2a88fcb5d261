//! A notice or letter that is to be delivered, for the first time or again.

use crate::{
    Failure, Fault, Writing,
    model::{CargoId, Delivery, Due, Job, Letter, LetterId, Notice, NoticeId, SealedLetter},
    ports::{Cargo, Parcel},
};

/// Hands something out, if it still has to be delivered, and leaves a reminder for the next attempt in the same
/// transaction: a crash after the commit sends it again later, one before it sends it for the first time then.
///
/// # Errors
/// A fault of the store.
pub(super) fn hand_out(cx: &Writing<'_>, due: &Due) -> Result<Option<Parcel>, Failure> {
    let id = CargoId(due.object.0);
    let Some(delivery) = cx.store.delivery(id)? else { return Ok(None) };
    // A reminder from before that was postponed; the right one is still to come.
    if due.at < delivery.next_at {
        return Ok(None);
    }
    let next = delivery.after_attempt(cx.now);
    let cargo = cargo(cx, id)?;
    match next.filter(|_| cargo.is_some()) {
        Some(next) => leave(cx, &next)?,
        None => drop(cx.store.remove_delivery(id)?),
    }
    let Some(cargo) = cargo else { return Ok(None) };
    Ok(Some(Parcel {
        account: cx.clid(cargo.account())?,
        cargo,
        attempt: delivery.attempts.saturating_add(1),
        next_at: next.map(|next| next.next_at),
    }))
}

/// The reminder of a delivery.
pub(super) fn reminder(delivery: &Delivery) -> Due {
    Due::new(delivery.next_at, Job::Delivery, delivery.cargo.into())
}

/// Leaves a delivery with the reminder of its next attempt.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn leave(cx: &Writing<'_>, next: &Delivery) -> Result<(), Fault> {
    cx.store.put_delivery(next)?;
    cx.store.remind(&reminder(next))
}

/// `None` if there is nothing to carry any more.
fn cargo(cx: &Writing<'_>, id: CargoId) -> Result<Option<Cargo>, Fault> {
    if let Some(notice) = cx.store.notice(NoticeId(id.0))? {
        return addressed(cx, notice);
    }
    match cx.store.letter(LetterId(id.0))? {
        Some(letter) => unsealed(cx, letter).map(Some),
        // A notice that the account has seen in its queue.
        None => Ok(None),
    }
}

/// `None` if the account wants no deliveries any more.
fn addressed(cx: &Writing<'_>, notice: Notice) -> Result<Option<Cargo>, Fault> {
    let Some(destination) = cx.store.destination(notice.account)? else { return Ok(None) };
    let secret = destination.secret.map(|sealed| cx.unseal(&sealed, notice.account)).transpose()?;
    let form = destination.form.map(|preferred| form(&notice, preferred));
    Ok(Some(Cargo::Notice { notice: Box::new(notice), target: destination.target, secret, form }))
}

/// The form of a notice: that of the request it ends, if it is one of the protocol that the account chose; otherwise the
/// one it chose.
fn form(notice: &Notice, preferred: String) -> String {
    let protocol = |form: &str| form.split('/').next().map(str::to_owned);
    let asked = notice.asked.as_ref().and_then(|asked| asked.form.clone());
    asked.filter(|asked| protocol(asked) == protocol(&preferred)).unwrap_or(preferred)
}

fn unsealed(cx: &Writing<'_>, letter: SealedLetter) -> Result<Cargo, Fault> {
    let SealedLetter { id, account, at, to, subject, text } = letter;
    Ok(Cargo::Letter(Letter { id, account, at, to, subject, text: cx.unseal(&text, account)? }))
}
