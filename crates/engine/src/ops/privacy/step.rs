use outcomes::Operation as Name;

use super::{ends_at, keep, pay, remind, warnings};
use crate::{
    Failure, Fault, Writing,
    model::{Domain, DomainId, EntryKind, Event, ObjectId, Privacy, PrivacyNews, Status},
    ops::{
        due::{Deed, Fired},
        notify::notify,
    },
};

/// Takes the step that the dates of the privacy of a domain ask for now, and leaves a reminder for the one after it. Some days
/// before its end the sponsor is warned. At the end it is renewed by a year, if its account chose that; what cannot be paid
/// runs on for the days of the policy, and is tried again each day. Otherwise it ends, as it does where the domain itself is on
/// its way out.
///
/// Changes: when the privacy ends, or it is gone. Bills: the year, to the sponsor of the domain. Notifies: the sponsor, of the
/// end that comes near, of the renewal or, once, of the want of credit, and of the end.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn step(cx: &Writing<'_>, object: ObjectId) -> Result<Option<Fired>, Failure> {
    let id = DomainId(object.0);
    let Some(privacy) = cx.store.privacy(id)? else { return Ok(None) };
    let Some(domain) = cx.store.domain_by_id(id)? else { return Ok(None) };
    let deed = match cx.now < privacy.expires_at {
        true => before_the_end(cx, &domain, &privacy)?,
        false => at_the_end(cx, &domain, privacy)?,
    };
    Ok(deed.map(|deed| Fired { at: cx.now, object: domain.name.to_string(), deed }))
}

fn before_the_end(cx: &Writing<'_>, domain: &Domain, privacy: &Privacy) -> Result<Option<Deed>, Failure> {
    remind(cx, privacy)?;
    let warns = warnings(cx, privacy).any(|at| at == cx.now);
    if !warns || is_going(domain) {
        return Ok(None);
    }
    tell(cx, domain, PrivacyNews::Expiring { expires_at: privacy.expires_at, renews: privacy.renews })?;
    Ok(Some(Deed::PrivacyExpiryWarned))
}

fn at_the_end(cx: &Writing<'_>, domain: &Domain, privacy: Privacy) -> Result<Option<Deed>, Failure> {
    if !privacy.renews || is_going(domain) {
        return end(cx, domain);
    }
    if is_paid(cx, domain)? {
        return renew(cx, domain, privacy);
    }
    if cx.now >= ends_at(cx, &privacy) {
        return end(cx, domain);
    }
    wait_for_payment(cx, domain, &privacy)
}

/// What leaves the register needs nobody hidden any more.
fn is_going(domain: &Domain) -> bool {
    domain.statuses.has(Status::PendingDelete)
}

/// Whether another year is paid.
fn is_paid(cx: &Writing<'_>, domain: &Domain) -> Result<bool, Failure> {
    // Nobody waits for an answer that a warning could be in; the notice of it is enough.
    match pay(cx, domain.sponsor, (domain.id, 1, EntryKind::PrivacyRenew)) {
        Ok(_) => Ok(true),
        Err(Failure::Refused(_)) => Ok(false),
        Err(fault) => Err(fault),
    }
}

fn renew(cx: &Writing<'_>, domain: &Domain, privacy: Privacy) -> Result<Option<Deed>, Failure> {
    let expires_at = privacy.expires_at.plus_years(1);
    keep(cx, &Privacy { expires_at, ..privacy })?;
    cx.record(Name::PrivacyAutoRenew, domain.id.into(), domain.name.as_str())?;
    tell(cx, domain, PrivacyNews::Renewed { expires_at })?;
    Ok(Some(Deed::PrivacyRenewed))
}

fn wait_for_payment(cx: &Writing<'_>, domain: &Domain, privacy: &Privacy) -> Result<Option<Deed>, Failure> {
    remind(cx, privacy)?;
    if cx.now > privacy.expires_at {
        return Ok(None);
    }
    tell(cx, domain, PrivacyNews::Unpaid { ends_at: ends_at(cx, privacy) })?;
    Ok(Some(Deed::PrivacyUnpaid))
}

fn end(cx: &Writing<'_>, domain: &Domain) -> Result<Option<Deed>, Failure> {
    cx.store.delete_privacy(domain.id)?;
    cx.record(Name::PrivacyEnd, domain.id.into(), domain.name.as_str())?;
    tell(cx, domain, PrivacyNews::Ended)?;
    Ok(Some(Deed::PrivacyEnded))
}

fn tell(cx: &Writing<'_>, domain: &Domain, news: PrivacyNews) -> Result<(), Fault> {
    notify(cx, domain.sponsor, Event::Privacy { name: domain.name.to_string(), news })
}
