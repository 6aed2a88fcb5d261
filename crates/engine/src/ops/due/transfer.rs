//! A transfer whose time is up.

use super::{Deed, Fired};
use crate::{
    Failure, Writing,
    model::{ContactId, DomainId, ObjectId, TransferState},
    ops::{contact, domain, transfers},
};

/// Decides a transfer, if it is still pending.
///
/// # Errors
/// A fault of the store.
pub(super) fn decide(cx: &Writing<'_>, object: ObjectId) -> Result<Vec<Fired>, Failure> {
    let Some(transfer) = transfers::overdue(cx, object)? else { return Ok(Vec::new()) };
    let (object, state) = if let Some(domain) = cx.store.domain_by_id(DomainId(object.0))? {
        (domain.name.to_string(), domain::transfer_time_out(cx, domain, transfer)?)
    } else if let Some(contact) = cx.store.contact_by_id(ContactId(object.0))? {
        (contact.handle.to_string(), contact::transfer_time_out(cx, contact, transfer)?)
    } else {
        return Ok(Vec::new());
    };
    let deed = match state {
        TransferState::ServerApproved => Deed::TransferApproved,
        _ => Deed::TransferCancelled,
    };
    Ok(vec![Fired { at: cx.now, object, deed }])
}
