//! How the life of a registration goes in a zone. `lifecycle` reads these.

use serde::Deserialize;

use crate::model::{Instant, RenewalMode, TimeOut};

/// What happens at the end of a registration.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ExpiryPolicy {
    /// Whether the server renews it or it ends, unless its sponsor chose for the name.
    pub renewal: RenewalMode,
    /// How many days before the expiry the sponsor is warned.
    pub warn_days: Vec<u32>,
    /// For how many days after the expiry the server tries again, once a day, to renew a name whose sponsor lacks the
    /// credit. Zero: it tries at the expiry only.
    pub retry_days: u32,
    /// Days after the expiry when a name that was not renewed leaves the DNS.
    pub suspend_days: u32,
    /// Days after the expiry when the server deletes it. Until then it can be renewed.
    pub lapse_days: u32,
    /// Whether what the server deleted can be restored as if its sponsor had deleted it. If not, the name is free at
    /// once.
    pub redemption: bool,
}

impl Default for ExpiryPolicy {
    fn default() -> Self {
        Self {
            renewal: RenewalMode::Automatic,
            warn_days: vec![30, 7],
            retry_days: 0,
            suspend_days: 0,
            lapse_days: 0,
            redemption: true,
        }
    }
}

/// How long operations can be undone for their price, in days (RFC 3915 section 3.1). Zero means not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GracePolicy {
    /// After a creation.
    pub add: u32,
    /// After a renewal.
    pub renew: u32,
    /// After a renewal by the server.
    pub auto_renew: u32,
    /// After a transfer.
    pub transfer: u32,
    /// The day of the next month on which registrations and renewals are invoiced: until it is over they can be undone,
    /// whatever the days above say, and registrations be deleted, which later they cannot.
    pub invoiced_on: Option<u8>,
}

impl Default for GracePolicy {
    fn default() -> Self {
        Self { add: 5, renew: 5, auto_renew: 45, transfer: 5, invoiced_on: None }
    }
}

impl GracePolicy {
    /// Until when a creation can be undone, if it can.
    pub fn add_until(&self, now: Instant) -> Option<Instant> {
        self.until(self.add, now)
    }

    /// Until when a renewal can be undone, if it can.
    pub fn renew_until(&self, now: Instant) -> Option<Instant> {
        self.until(self.renew, now)
    }

    /// Since when a renewal was paid for that can be undone until a moment.
    pub fn renewed_since(&self, until: Instant) -> Instant {
        match self.invoiced_on {
            Some(day) => until.plus_days(-i64::from(day)).plus_months(-1),
            None => until.plus_days(-i64::from(self.renew)),
        }
    }

    /// When the oldest registration was made that is not invoiced at a moment, where there are invoices.
    pub fn uninvoiced_since(&self, now: Instant) -> Option<Instant> {
        let month = now.date().month_begin().midnight();
        let is_open = |day: &u8| now < month.plus_days(i64::from(*day));
        self.invoiced_on.map(|day| if is_open(&day) { month.plus_months(-1) } else { month })
    }

    fn until(&self, days: u32, now: Instant) -> Option<Instant> {
        match self.invoiced_on {
            Some(day) => Some(now.date().month_begin().midnight().plus_months(1).plus_days(i64::from(day))),
            None => (days > 0).then(|| now.plus_days(days.into())),
        }
    }
}

/// What becomes of deleted registrations, in days (RFC 3915 section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RedemptionPolicy {
    /// How long they can be restored. Zero: they are gone at once.
    pub days: u32,
    /// How long the name then stays blocked.
    pub pending_delete: u32,
    /// Whether a restoration needs a report.
    pub report: bool,
    /// How many days there are to send it; without it the registration is back in redemption.
    pub report_days: u32,
}

impl Default for RedemptionPolicy {
    fn default() -> Self {
        Self { days: 30, pending_delete: 5, report: true, report_days: 7 }
    }
}

/// Changes of the registrant that are paid for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TradePolicy {
    /// Days in which a trade can be approved or cancelled. Zero: it is done at once.
    pub days: u32,
    /// What happens after that.
    pub time_out: TimeOut,
}

/// Transfers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TransferPolicy {
    /// Days the losing sponsor has to answer. Zero: a transfer with the right authInfo is done at once.
    pub days: u32,
    /// What happens after that.
    pub time_out: TimeOut,
    /// Years that a transfer adds.
    pub years: u32,
    /// Days after a creation or transfer in which no transfer may be asked for.
    pub lock_days: u32,
    /// Days before the expiry in which no transfer may be asked for; zero: none. After the expiry none may anyway
    /// where this is set.
    pub closed_days: u32,
    /// Days after a change of the registrant's name, organisation or e-mail address in which no transfer may be asked for,
    /// unless the sponsor opted out; zero: none.
    pub holder_lock_days: u32,
}

impl Default for TransferPolicy {
    fn default() -> Self {
        Self {
            days: 5,
            time_out: TimeOut::Approve,
            years: 1,
            lock_days: 0,
            closed_days: 0,
            holder_lock_days: 0,
        }
    }
}
