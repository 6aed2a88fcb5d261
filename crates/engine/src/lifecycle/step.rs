use crate::{
    Fault, Writing,
    model::{Domain, Due, Instant, Job, Redemption, RenewalMode},
    policy::Zone,
};

/// What a date in the life of a domain brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The sponsor is told that the expiry comes near.
    Warn,
    /// The server renews it, or tries to.
    Renew,
    /// The registration ends without renewal: the sponsor is told.
    Expire,
    /// It leaves the DNS: the sponsor is told.
    Suspend,
    /// The server deletes it.
    Lapse,
    /// The sponsor is told that the report on a restoration is due.
    RemindOfReport,
    /// The report did not come: back into redemption.
    ReportOverdue,
    /// It can be restored no more: the sponsor is told.
    EndRedemption,
    /// The name becomes free.
    Drop,
}

impl Step {
    /// Whether it changes the domain. Such a step is due from its date until it is taken; one that only tells something
    /// is due at its date.
    pub const fn is_deed(self) -> bool {
        matches!(self, Self::Renew | Self::Lapse | Self::ReportOverdue | Self::Drop)
    }

    /// The step in words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Warn => "warning that it expires",
            Self::Renew => "renewal by the server",
            Self::Expire => "end of the registration",
            Self::Suspend => "suspension: it leaves the DNS",
            Self::Lapse => "deletion by the server",
            Self::RemindOfReport => "reminder of the restore report",
            Self::ReportOverdue => "back into redemption without the restore report",
            Self::EndRedemption => "end of redemption: it can be restored no more",
            Self::Drop => "release of the name",
        }
    }
}

/// Every step ahead of a domain and behind it, as its dates and its zone's policy stand now, in order of time.
pub fn steps(domain: &Domain, zone: &Zone) -> Vec<(Instant, Step)> {
    let mut steps = match &domain.redemption {
        None => of_registration(domain, zone),
        Some(redemption) => of_deletion(redemption, zone),
    };
    // Stable: what falls on one moment stays in the order in which it is done.
    steps.sort_by_key(|(at, _)| *at);
    steps
}

fn of_registration(domain: &Domain, zone: &Zone) -> Vec<(Instant, Step)> {
    let expiry = &zone.expiry;
    let after = |days: u32| domain.expires_at.plus_days(days.into());
    let warnings =
        expiry.warn_days.iter().map(|days| (domain.expires_at.plus_days(-i64::from(*days)), Step::Warn));
    let mut steps: Vec<_> = warnings.collect();
    match mode(domain, zone) {
        RenewalMode::Automatic | RenewalMode::Once => {
            steps.extend((0..=expiry.retry_days).map(|day| (after(day), Step::Renew)));
        }
        RenewalMode::Explicit => steps.push((domain.expires_at, Step::Expire)),
        RenewalMode::Delete => {}
    }
    let (suspended_at, lapses_at) = (suspended_at(domain, zone), lapses_at(domain, zone));
    if suspended_at < lapses_at {
        steps.push((suspended_at, Step::Suspend));
    }
    steps.push((lapses_at, Step::Lapse));
    steps
}

/// When a registration that is not renewed leaves the DNS.
pub(crate) fn suspended_at(domain: &Domain, zone: &Zone) -> Instant {
    domain.expires_at.plus_days(zone.expiry.suspend_days.max(retry_days(domain, zone)).into())
}

/// When the server deletes a registration that is not renewed.
pub(crate) fn lapses_at(domain: &Domain, zone: &Zone) -> Instant {
    let days = match mode(domain, zone) {
        RenewalMode::Delete => 0,
        _ => zone.expiry.lapse_days.max(retry_days(domain, zone)),
    };
    domain.expires_at.plus_days(days.into())
}

/// As long as the server tries to renew it, nothing worse happens to a registration.
fn retry_days(domain: &Domain, zone: &Zone) -> u32 {
    if mode(domain, zone).renews() { zone.expiry.retry_days } else { 0 }
}

/// What happens at the expiry of a registration.
fn mode(domain: &Domain, zone: &Zone) -> RenewalMode {
    domain.renewal.unwrap_or(zone.expiry.renewal)
}

fn of_deletion(redemption: &Redemption, zone: &Zone) -> Vec<(Instant, Step)> {
    let Some(requested_at) = redemption.restore_requested_at else {
        let end = (redemption.redeemable_until, Step::EndRedemption);
        let drop = (redemption.purge_at, Step::Drop);
        return if end.0 < drop.0 { vec![end, drop] } else { vec![drop] };
    };
    let days = i64::from(zone.redemption.report_days);
    vec![
        (requested_at.plus_days(days - 1), Step::RemindOfReport),
        (requested_at.plus_days(days), Step::ReportOverdue),
    ]
}

/// Leaves a reminder for the next step in a domain's life, after its dates or what becomes of them were changed. An
/// earlier reminder that no longer fits stays where it is: it will find nothing to do.
///
/// A step that the change left behind, such as the renewal of what expired while its restoration waited for the
/// report, is taken at once.
///
/// # Errors
/// A fault of the store.
pub(crate) fn schedule(cx: &Writing<'_>, zone: &Zone, domain: &Domain) -> Result<(), Fault> {
    let is_behind = steps(domain, zone).into_iter().any(|(at, step)| at <= cx.now && step.is_deed());
    if is_behind { remind(cx, domain, cx.now) } else { schedule_next(cx, zone, domain) }
}

/// Leaves a reminder for the step after this moment, all others being taken or held up. What is held up, and has
/// nothing ahead, is looked at again a day later, counted from its last step: so all reminders of a domain, of which
/// there may be several from dates that were changed, become one.
///
/// # Errors
/// A fault of the store.
pub(crate) fn schedule_next(cx: &Writing<'_>, zone: &Zone, domain: &Domain) -> Result<(), Fault> {
    let steps = steps(domain, zone);
    let ahead = steps.iter().map(|(at, _)| *at).find(|at| *at > cx.now);
    let last = steps.last().map_or(cx.now, |(at, _)| *at);
    remind(cx, domain, ahead.unwrap_or_else(|| next_try(last, cx.now)))
}

/// The first moment behind the present one that lies whole days behind another.
fn next_try(since: Instant, now: Instant) -> Instant {
    since.plus_days((now.millis() - since.millis()) / DAY + 1)
}

fn remind(cx: &Writing<'_>, domain: &Domain, at: Instant) -> Result<(), Fault> {
    cx.store.remind(&Due::new(at, Job::Domain, domain.id.into()))
}

/// In milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;
