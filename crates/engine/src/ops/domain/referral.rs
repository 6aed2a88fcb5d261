use outcomes::Operation as Name;

use super::{
    drop_name::delete_row,
    ownership,
    registrant_rules::{fits_type, registrant_of},
};
use crate::{
    Failure, Writing,
    ledger::refund,
    model::{Domain, DomainId, EntryKind, Event, ObjectId, Status},
    ops::notify::notify,
};

/// Decides about a registration that was referred to the registry: it is approved if the registrant is of the type that
/// the zone is for.
///
/// Changes: the domain is registered for good, or gone. Refunds: the creation, if it is refused. Notifies: the sponsor.
/// Answers the name, and whether it was approved.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn decide_referral(
    cx: &Writing<'_>,
    object: ObjectId,
) -> Result<Option<(String, bool)>, Failure> {
    let found = cx.store.domain_by_id(DomainId(object.0))?;
    let Some(mut domain) = found.filter(|domain| domain.statuses.has(Status::PendingCreate)) else {
        return Ok(None);
    };
    let zone = ownership::zone_of(cx.policies, &domain)?;
    let name = domain.name.to_string();
    let registrant = registrant_of(cx, domain.id)?;
    let is_fit = registrant.is_none_or(|contact| fits_type(zone, &domain.name, &contact.details).is_ok());
    cx.record(Name::ReferralDecide, domain.id.into(), &name)?;
    let term = if is_fit {
        domain.statuses.unset(Status::PendingCreate);
        cx.store.update_domain(&domain)?;
        Some((domain.created_at, domain.expires_at))
    } else {
        undo(cx, &domain)?;
        None
    };
    notify(cx, domain.sponsor, Event::ReferralDecided { name: name.clone(), term })?;
    Ok(Some((name, is_fit)))
}

/// Undoes a registration that the registry has not approved: the domain is gone, and what it cost is given back.
///
/// # Errors
/// A fault of the store.
pub(super) fn undo(cx: &Writing<'_>, domain: &Domain) -> Result<(), Failure> {
    refund(cx, EntryKind::Create, domain.id.into(), domain.sponsor, domain.created_at)?;
    delete_row(cx, domain).map(drop)
}
