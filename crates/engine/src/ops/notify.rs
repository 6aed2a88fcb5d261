//! Telling an account what happened.

use crate::{
    Fault, Writing,
    model::{AccountId, Event, Notice, NoticeId},
};

/// Puts a notice into an account's queue.
///
/// # Errors
/// A fault of the store.
pub(super) fn notify(cx: &Writing<'_>, account: AccountId, event: Event) -> Result<(), Fault> {
    cx.store.push_notice(&Notice { id: NoticeId(cx.new_id()), account, at: cx.now, event })
}
