//! The next step in the life of a domain.

use super::{Deed, Fired};
use crate::{
    Failure, Writing,
    lifecycle::{Step, lapses_at, schedule_next, steps},
    model::{Domain, DomainId, Event, ObjectId, Status},
    ops::{
        domain::{auto_renew, drop_name, lapse, report_overdue, zone_of},
        notify::notify,
    },
    policy::Zone,
};

/// Takes the step that a domain's dates ask for now, and leaves a reminder for the one after it.
///
/// # Errors
/// A fault of the store.
pub(super) fn step(cx: &Writing<'_>, object: ObjectId) -> Result<Vec<Fired>, Failure> {
    let Some(mut domain) = cx.store.domain_by_id(DomainId(object.0))? else { return Ok(Vec::new()) };
    let zone = zone_of(cx.policies, &domain)?;
    let steps: Vec<_> = steps(&domain, zone).into_iter().filter(|(at, _)| *at <= cx.now).collect();
    let is_due = |step| steps.iter().any(|(_, due)| *due == step);
    let may_go = !domain.statuses.has(Status::ServerDeleteProhibited);
    let mut log = Log { cx, name: domain.name.to_string(), fired: Vec::new() };

    if is_due(Step::Drop) && may_go {
        drop_name(cx, &domain)?;
        return Ok(log.with(Deed::Dropped));
    }
    // The first attempt comes at the expiry or, where the sponsor restored the name or chose renewal only later, then.
    let is_first = cx.now == domain.expires_at || may_go && steps.iter().all(|(at, _)| *at != cx.now);
    if is_due(Step::Renew) && renew(&mut log, zone, &mut domain, is_first)? {
        schedule_next(cx, zone, &domain)?;
        return Ok(log.fired);
    }
    if is_due(Step::Lapse) && may_go {
        // It leaves a reminder of its own, if there is anything left to remind of.
        lapse(cx, zone, domain)?;
        return Ok(log.with(Deed::Lapsed));
    }
    if is_due(Step::ReportOverdue) {
        report_overdue(cx, &mut domain)?;
        log.note(Deed::ReportOverdue);
    } else {
        for (_, step) in steps.iter().filter(|(at, _)| *at == cx.now) {
            tell(&mut log, zone, &domain, *step)?;
        }
    }
    schedule_next(cx, zone, &domain)?;
    Ok(log.fired)
}

/// What happens to one domain at one moment.
struct Log<'a, 'c> {
    cx: &'a Writing<'c>,
    name: String,
    fired: Vec<Fired>,
}

impl Log<'_, '_> {
    fn note(&mut self, deed: Deed) {
        self.fired.push(Fired { at: self.cx.now, object: self.name.clone(), deed });
    }

    fn with(mut self, deed: Deed) -> Vec<Fired> {
        self.note(deed);
        self.fired
    }
}

/// Tries to renew. `false` if that cannot be paid: then the name goes the way of those that are not renewed, and the
/// sponsor hears of it at the first attempt.
fn renew(log: &mut Log<'_, '_>, zone: &Zone, domain: &mut Domain, is_first: bool) -> Result<bool, Failure> {
    match auto_renew(log.cx, zone, domain) {
        Ok(()) => {
            log.note(Deed::AutoRenewed);
            Ok(true)
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
        Err(Failure::Refused(_)) if !is_first => Ok(false),
        Err(Failure::Refused(_)) => {
            let event = Event::DomainRenewalUnpaid {
                name: log.name.clone(),
                expires_at: domain.expires_at,
                lapses_at: lapses_at(domain, zone),
            };
            notify(log.cx, domain.sponsor, event)?;
            log.note(Deed::RenewalUnpaid);
            Ok(false)
        }
    }
}

/// Tells the sponsor what a date means.
fn tell(log: &mut Log<'_, '_>, zone: &Zone, domain: &Domain, step: Step) -> Result<(), Failure> {
    let (name, expires_at) = (log.name.clone(), domain.expires_at);
    let (event, deed) = match (step, &domain.redemption) {
        (Step::Warn, None) => {
            let renewal = domain.renewal.unwrap_or(zone.expiry.renewal);
            (Event::DomainExpiring { name, expires_at, renewal }, Deed::ExpiryWarned)
        }
        (Step::Expire, None) => {
            (Event::DomainExpired { name, expires_at, lapses_at: lapses_at(domain, zone) }, Deed::Expired)
        }
        // A name that leaves the DNS in the moment it expires needs no second notice.
        (Step::Suspend, None) if log.cx.now > expires_at => {
            (Event::DomainSuspended { name, lapses_at: lapses_at(domain, zone) }, Deed::Suspended)
        }
        (Step::RemindOfReport, Some(redemption)) => {
            let asked = redemption.restore_requested_at.unwrap_or(log.cx.now);
            let until = asked.plus_days(zone.redemption.report_days.into());
            (Event::RestoreReportDue { name, until }, Deed::ReportReminded)
        }
        (Step::EndRedemption, Some(redemption)) => {
            (Event::DomainPendingDelete { name, purge_at: redemption.purge_at }, Deed::RedemptionEnded)
        }
        _ => return Ok(()),
    };
    notify(log.cx, domain.sponsor, event)?;
    log.note(deed);
    Ok(())
}
