//! A request that waited for nothing but its time.

use crate::{
    Failure, Writing,
    model::{Event, ObjectId},
    ops::notify::notify_asked,
};

/// Ends it by a notice to whoever asked.
///
/// # Errors
/// A fault of the store.
pub(super) fn end(cx: &Writing<'_>, id: ObjectId) -> Result<(), Failure> {
    let Some(pending) = cx.store.pending(id)? else { return Ok(()) };
    cx.store.remove_pending(id)?;
    let event = Event::Pinged { asked_at: pending.at };
    Ok(notify_asked(cx, pending.account, event, Some(pending.asked))?)
}
