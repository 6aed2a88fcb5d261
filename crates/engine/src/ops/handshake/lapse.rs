use outcomes::Operation as Name;

use super::{batch_of, holder};
use crate::{
    Failure, Writing,
    model::{DomainName, Event, HandshakeCase, HandshakeId, ObjectId},
    ops::notify::notify,
};

/// Takes silence for a refusal, if a case is still open when its time is up. Answers the domains.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn lapse(cx: &Writing<'_>, id: ObjectId) -> Result<Vec<DomainName>, Failure> {
    match cx.store.handshake(HandshakeId(id.0))? {
        Some(case) => close(cx, &case, Name::HandshakeLapse),
        None => Ok(Vec::new()),
    }
}

/// Closes a case without giving anything, and tells the losing registrar, if it was that one that wanted to give.
///
/// # Errors
/// A fault of the store.
pub(super) fn close(
    cx: &Writing<'_>,
    case: &HandshakeCase,
    action: Name,
) -> Result<Vec<DomainName>, Failure> {
    let batch = batch_of(cx, case)?;
    cx.store.remove_handshake(case.id)?;
    if case.heir.is_none() {
        let (from, to) = (cx.clid(case.losing)?.to_string(), cx.clid(case.gaining)?.to_string());
        let registrant = Box::new(holder(cx, &batch.registrant)?);
        notify(cx, case.losing, Event::ReleaseRejected { from, to, names: batch.texts(), registrant })?;
    }
    cx.record(action, case.id.into(), &case.id.to_string())?;
    Ok(batch.names())
}
