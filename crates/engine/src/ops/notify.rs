//! Telling an account what happened.

use super::due::leave_delivery;
use crate::{
    Fault, Writing,
    model::{AccountId, Asked, Delivery, Event, Notice, NoticeId},
};

/// Puts a notice into an account's queue, and on its way to where the account wants its notices beside.
///
/// # Errors
/// A fault of the store.
pub(super) fn notify(cx: &Writing<'_>, account: AccountId, event: Event) -> Result<(), Fault> {
    notify_asked(cx, account, event, None)
}

/// The same, for the end of a request that was accepted earlier.
///
/// # Errors
/// A fault of the store.
pub(super) fn notify_asked(
    cx: &Writing<'_>,
    account: AccountId,
    event: Event,
    asked: Option<Asked>,
) -> Result<(), Fault> {
    let id = NoticeId(cx.new_id());
    cx.store.push_notice(&Notice { id, account, at: cx.now, event, asked })?;
    if cx.store.destination(account)?.is_some() {
        leave_delivery(cx, &Delivery::of(id, cx.now))?;
    }
    Ok(())
}
