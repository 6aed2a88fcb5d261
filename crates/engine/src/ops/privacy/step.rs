use outcomes::Operation as Name;

use super::{keep, pay};
use crate::{
    Failure, Writing,
    model::{Domain, DomainId, EntryKind, ObjectId, Privacy, Status},
    ops::due::{Deed, Fired},
};

/// Renews the privacy of a domain by a year when the years that are paid end, if its account chose that; ends it otherwise,
/// and where it cannot be paid or the domain itself is on its way out.
///
/// Changes: when the privacy ends, or it is gone. Bills: the year, to the sponsor of the domain. Notifies: nobody but the
/// payer, when its credit runs low.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn step(cx: &Writing<'_>, object: ObjectId) -> Result<Option<Fired>, Failure> {
    let id = DomainId(object.0);
    let Some(privacy) = cx.store.privacy(id)?.filter(|privacy| privacy.expires_at <= cx.now) else {
        return Ok(None);
    };
    let Some(domain) = cx.store.domain_by_id(id)? else { return Ok(None) };
    let (deed, action) = match renew(cx, &domain, privacy)? {
        true => (Deed::PrivacyRenewed, Name::PrivacyAutoRenew),
        false => {
            cx.store.delete_privacy(id)?;
            (Deed::PrivacyEnded, Name::PrivacyEnd)
        }
    };
    cx.record(action, object, domain.name.as_str())?;
    Ok(Some(Fired { at: cx.now, object: domain.name.to_string(), deed }))
}

/// Whether another year is paid.
fn renew(cx: &Writing<'_>, domain: &Domain, privacy: Privacy) -> Result<bool, Failure> {
    if !privacy.renews || domain.statuses.has(Status::PendingDelete) {
        return Ok(false);
    }
    match pay(cx, domain.sponsor, (domain.id, 1, EntryKind::PrivacyRenew)) {
        Ok(_) => {}
        Err(Failure::Refused(_)) => return Ok(false),
        Err(fault) => return Err(fault),
    }
    keep(cx, &Privacy { expires_at: privacy.expires_at.plus_years(1), ..privacy })?;
    Ok(true)
}
