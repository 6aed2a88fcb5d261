use outcomes::Operation as Name;

use crate::{
    Failure, Fault, Writing,
    ledger::Order,
    lifecycle,
    model::{Domain, DomainId, Due, Event, Instant, Job, ObjectId, Upkeep},
    ops::{domain::zone_of, notify::notify, payment::charge},
    policy::Priced,
};

/// Leaves a reminder for the renewal that is ordered for a domain, if one is.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn schedule(cx: &Writing<'_>, domain: &Domain) -> Result<(), Fault> {
    match cx.store.upkeep(domain.id)?.order() {
        Some((days, _)) => remind(cx, domain, before(domain, days).max(cx.now)),
        None => Ok(()),
    }
}

/// Renews a domain as its registrar ordered, if its time has come. An order that is overtaken by another renewal waits for
/// the next expiry.
///
/// Changes: the expiry; an order for once is gone. Bills: the renewal, to the sponsor. Notifies: the sponsor. Answers
/// whether it was renewed; one that cannot be paid is tried again every day until the expiry.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn renew_as_ordered(
    cx: &Writing<'_>,
    object: ObjectId,
) -> Result<Option<(String, bool)>, Failure> {
    let Some(mut domain) = cx.store.domain_by_id(DomainId(object.0))? else { return Ok(None) };
    let mut upkeep = cx.store.upkeep(domain.id)?;
    let Some((days, years)) = upkeep.order().filter(|_| domain.redemption.is_none()) else {
        return Ok(None);
    };
    if cx.now < before(&domain, days) {
        remind(cx, &domain, before(&domain, days))?;
        return Ok(None);
    }
    let zone = zone_of(cx.policies, &domain)?;
    let order = Order { zone, name: &domain.name, what: Priced::Renew, years };
    let name = domain.name.to_string();
    match charge(cx, domain.sponsor, &order, domain.id.into()) {
        Err(Failure::Fault(fault)) => return Err(fault.into()),
        Err(Failure::Refused(_)) => {
            try_tomorrow(cx, &domain)?;
            return Ok(Some((name, false)));
        }
        Ok(_) => {}
    }

    domain.expires_at = domain.expires_at.plus_years(years.into());
    cx.store.update_domain(&domain)?;
    if upkeep.next_bill.take().is_some() {
        upkeep = Upkeep { next_period: None, ..upkeep };
        cx.store.put_upkeep(domain.sponsor, domain.id, &upkeep)?;
    }
    lifecycle::schedule(cx, zone, &domain)?;
    schedule(cx, &domain)?;
    cx.record(Name::DomainOrderRenew, domain.id.into(), &name)?;
    let event = Event::DomainAutoRenewed { name: name.clone(), expires_at: domain.expires_at };
    notify(cx, domain.sponsor, event)?;
    Ok(Some((name, true)))
}

fn try_tomorrow(cx: &Writing<'_>, domain: &Domain) -> Result<(), Fault> {
    let tomorrow = cx.now.plus_days(1);
    if tomorrow <= domain.expires_at { remind(cx, domain, tomorrow) } else { Ok(()) }
}

fn before(domain: &Domain, days: u32) -> Instant {
    domain.expires_at.plus_days(-i64::from(days))
}

fn remind(cx: &Writing<'_>, domain: &Domain, at: Instant) -> Result<(), Fault> {
    cx.store.remind(&Due::new(at, Job::Upkeep, domain.id.into()))
}
