//! Letters to people outside the system.

use outcomes::{Operation as Name, Outcome};

use super::due::leave_delivery;
use crate::{
    Failure, Fault, IdSource, Refusal, Writing,
    model::{Delivery, Email, Instant, LetterId, ObjectId, SealedLetter, Secret},
    ports::Port,
};

/// Looks whether letters can be sent: one that could not would leave a secret that nobody knows.
///
/// # Errors
/// `mail_unavailable`.
pub(super) fn require_mail(cx: &Writing<'_>) -> Result<(), Refusal> {
    let there = cx.mails && cx.reach(Port::Mail).is_ok();
    if there { Ok(()) } else { Err(Refusal::new(Outcome::MailUnavailable)) }
}

/// Looks whether the last letters that an action has written about an object are old enough for others: nobody's mailbox is
/// filled. The pause counts from the object's history. If they are not, that is refused as the caller says, with the minutes of
/// the pause beside it.
///
/// # Errors
/// `lately`; a fault of the store.
pub(super) fn require_pause(
    cx: &Writing<'_>,
    (action, object): (Name, ObjectId),
    lately: Refusal,
) -> Result<(), Failure> {
    let minutes = cx.policies.house.letter_pause_minutes;
    // The first id of the moment after: one that was given a whole pause ago lies before it.
    let pause_began = IdSource::first_at(cx.now.plus_millis(1 - pause(cx)));
    let history = cx.store.history_of(object)?;
    let is_too_soon = history.iter().any(|(id, done)| id.0 >= pause_began && done == action.name());
    if is_too_soon { Err(lately.fact("minutes", minutes).into()) } else { Ok(()) }
}

/// Whether a letter that was written then is too young for another to the same address.
pub(super) fn is_too_soon(cx: &Writing<'_>, last: Instant) -> bool {
    cx.now < last.plus_millis(pause(cx))
}

/// How many milliseconds lie between two letters.
fn pause(cx: &Writing<'_>) -> i64 {
    i64::from(cx.policies.house.letter_pause_minutes) * MINUTE
}

/// Leaves a letter on behalf of the actor. It may hold a secret, so it is kept encrypted until it is delivered.
///
/// # Errors
/// A fault of the store.
pub(super) fn post(cx: &Writing<'_>, to: &Email, subject: String, text: String) -> Result<(), Fault> {
    let (id, account) = (LetterId(cx.new_id()), cx.actor.id());
    let text = cx.seal(&Secret::new(text), account)?;
    cx.store.put_letter(&SealedLetter { id, account, at: cx.now, to: to.clone(), subject, text })?;
    leave_delivery(cx, &Delivery::of(id, cx.now))
}

/// In milliseconds.
const MINUTE: i64 = 60 * 1000;
