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
    match domain.renewal.unwrap_or(expiry.renewal) {
        RenewalMode::Automatic => {
            steps.extend((0..=expiry.retry_days).map(|day| (after(day), Step::Renew)));
            steps.push((after(expiry.suspend_days.max(expiry.retry_days)), Step::Suspend));
            steps.push((after(expiry.lapse_days.max(expiry.retry_days)), Step::Lapse));
        }
        RenewalMode::Explicit => {
            steps.push((after(0), Step::Expire));
            steps.push((after(expiry.suspend_days), Step::Suspend));
            steps.push((after(expiry.lapse_days), Step::Lapse));
        }
    }
    steps
}

fn of_deletion(redemption: &Redemption, zone: &Zone) -> Vec<(Instant, Step)> {
    let Some(requested_at) = redemption.restore_requested_at else {
        return vec![(redemption.redeemable_until, Step::EndRedemption), (redemption.purge_at, Step::Drop)];
    };
    let days = i64::from(zone.redemption.report_days);
    vec![
        (requested_at.plus_days(days - 1), Step::RemindOfReport),
        (requested_at.plus_days(days), Step::ReportOverdue),
    ]
}

/// When to look at a domain again after a moment: at its next step, or in a day if one was held up.
fn next_look(domain: &Domain, zone: &Zone, after: Instant) -> Instant {
    let ahead = steps(domain, zone).into_iter().map(|(at, _)| at).find(|at| *at > after);
    ahead.unwrap_or_else(|| after.plus_days(1))
}

/// Leaves a reminder for the next step in a domain's life. An earlier reminder that no longer fits stays where it is:
/// it will find nothing to do.
///
/// # Errors
/// A fault of the store.
pub(crate) fn schedule(cx: &Writing<'_>, zone: &Zone, domain: &Domain) -> Result<(), Fault> {
    let at = next_look(domain, zone, cx.now);
    cx.store.remind(&Due { at, job: Job::Domain, object: domain.id.into() })
}
