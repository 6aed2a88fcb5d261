use super::{
    super::domain::{change_registrant, give, zone_of},
    Batch, holder,
};
use crate::{
    Failure, Fault, Writing,
    model::{Event, HandshakeId, Heir},
    ops::{data_quality::lift, notify::notify},
};

/// Gives domains to another registrant, and to its registrar.
///
/// Notifies: that registrar and, if it is another one, the registrar that had the domains.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn pass_on(
    cx: &Writing<'_>,
    mut batch: Batch,
    heir: &Heir,
    case: Option<HandshakeId>,
) -> Result<(), Failure> {
    let (names, before) = (batch.texts(), batch.registrant);
    let missing = || Fault::internal("the registrant that domains pass to is missing");
    let after = cx.store.contact_by_id(heir.contact)?.ok_or_else(missing)?;
    let losing = batch.domains.first().map(|domain| domain.sponsor);
    for domain in &mut batch.domains {
        change_registrant(cx, domain, after.id)?;
        lift(domain);
        match domain.sponsor == after.sponsor {
            true => cx.store.update_domain(domain)?,
            false => give(cx, zone_of(cx.policies, domain)?, domain, after.sponsor, None)?,
        }
        cx.record(outcomes::Operation::DomainPassOn, domain.id.into(), domain.name.as_str())?;
    }
    let event = Event::DomainsPassed {
        case: case.map(|case| case.to_string()),
        by: heir.asked_by.to_string(),
        from: before.handle.to_string(),
        from_id: before.id,
        names,
        registrant: Box::new(holder(cx, &after)?),
    };
    if let Some(losing) = losing.filter(|losing| *losing != after.sponsor) {
        notify(cx, losing, event.clone())?;
    }
    Ok(notify(cx, after.sponsor, event)?)
}
