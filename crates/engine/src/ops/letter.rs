//! Letters to people outside the system.

use outcomes::Outcome;

use super::due::leave_delivery;
use crate::{
    Fault, Refusal, Writing,
    model::{Delivery, Email, LetterId, SealedLetter, Secret},
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
