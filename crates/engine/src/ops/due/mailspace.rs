//! The next step in the life of a mailspace.

use super::{Deed, Fired};
use crate::{
    Failure, Writing,
    model::{Mailspace, MailspaceId, ObjectId},
    ops::mailspace::{Renewal, auto_renew, end, ends_at},
};

/// Takes the step that a mailspace's dates ask for now.
///
/// # Errors
/// A fault of the store.
pub(super) fn step(cx: &Writing<'_>, object: ObjectId) -> Result<Option<Fired>, Failure> {
    let Some(mailspace) = cx.store.mailspace_by_id(MailspaceId(object.0))? else { return Ok(None) };
    let name = mailspace.name.to_string();
    Ok(at_the_end(cx, mailspace)?.map(|deed| Fired { at: cx.now, object: name, deed }))
}

/// What becomes of a mailspace whose term is over; nothing before.
fn at_the_end(cx: &Writing<'_>, mailspace: Mailspace) -> Result<Option<Deed>, Failure> {
    if cx.now < mailspace.paid_until {
        return Ok(None);
    }
    if mailspace.is_unpaid && cx.now >= ends_at(cx, &mailspace) {
        end(cx, &mailspace)?;
        return Ok(Some(Deed::MailspaceEnded));
    }
    let was_paid = !mailspace.is_unpaid;
    Ok(match auto_renew(cx, mailspace)? {
        Renewal::Done => Some(Deed::MailspaceRenewed),
        Renewal::Unpaid => was_paid.then_some(Deed::MailspaceUnpaid),
    })
}
