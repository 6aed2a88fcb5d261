//! Mailspaces and the mailboxes in them.

use std::net::IpAddr;

use outcomes::Outcome;

use super::{AccountId, Instant, Line, MailboxId, MailboxName, MailspaceId, MailspaceName};
use crate::Refusal;

/// For how long a mailspace is paid at a time: 1 to 12 months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MailTerm(u8);

impl MailTerm {
    /// Twelve months, which are meant where no other number is named.
    pub const YEAR: Self = Self(12);

    /// From a number of months.
    ///
    /// # Errors
    /// `period_malformed` when it is no number, `period_out_of_range` when it is not from 1 to 12.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let refused = |outcome| Refusal::new(outcome).value(text);
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(refused(Outcome::PeriodMalformed));
        }
        let term = text.parse().ok().and_then(Self::of_months);
        term.ok_or_else(|| refused(Outcome::PeriodOutOfRange).fact("range", "1 to 12"))
    }

    /// From a number of months; `None` when it is not from 1 to 12.
    pub fn of_months(months: u8) -> Option<Self> {
        (1..=12).contains(&months).then_some(Self(months))
    }

    /// The number of months.
    pub const fn months(self) -> u8 {
        self.0
    }

    /// How many whole years it is.
    pub const fn years(self) -> u8 {
        self.0 / 12
    }

    /// The end of a term that begins at a moment.
    pub fn end_from(self, moment: Instant) -> Instant {
        moment.plus_months(self.0.into())
    }
}

/// Room for mail that an account has paid for. Its mailboxes share its quota.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailspace {
    /// Its id.
    pub id: MailspaceId,
    /// Its name, unique in the system.
    pub name: MailspaceName,
    /// What its account calls it.
    pub title: Option<Line>,
    /// Whose it is.
    pub account: AccountId,
    /// When it was added.
    pub added_at: Instant,
    /// How much its mailboxes may hold together, in MB.
    pub quota: u32,
    /// How many mailboxes it may have.
    pub most_mailboxes: u32,
    /// How many mail forwardings of its domains it may have.
    pub most_forwardings: u32,
    /// The address of its own at which it is reached, if it has one.
    pub address: Option<IpAddr>,
    /// For how long it was paid last.
    pub term: MailTerm,
    /// When the term that is paid ends, or ended.
    pub paid_until: Instant,
    /// Whether its term ended and no other could be paid.
    pub is_unpaid: bool,
    /// Whether its account wants it to take nothing new.
    pub is_suspended: bool,
    /// How much of the quota its mailboxes have, in MB.
    pub allotted: u32,
    /// How many mailboxes it has.
    pub mailboxes: u32,
    /// How many mail forwardings count as its own.
    pub forwardings: u32,
}

impl Mailspace {
    /// Why it is disabled; `None` while it is enabled.
    pub const fn disabled_because(&self) -> Option<&'static str> {
        match (self.is_unpaid, self.is_suspended) {
            (true, _) => Some("its term ended and it was not renewed"),
            (false, true) => Some("it is suspended"),
            (false, false) => None,
        }
    }

    /// How much of the quota no mailbox has, in MB.
    pub const fn left(&self) -> u32 {
        self.quota.saturating_sub(self.allotted)
    }

    /// When a term begins that is paid now: where the present one ends. While nothing was paid nothing was served, so
    /// that time is not paid for afterwards.
    pub const fn next_term_begins(&self, now: Instant) -> Instant {
        if self.is_unpaid { now } else { self.paid_until }
    }
}

/// A place in a mailspace into which mail comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// Its id.
    pub id: MailboxId,
    /// Its name, unique in its account.
    pub name: MailboxName,
    /// Where it lies.
    pub mailspace: MailspaceId,
    /// Whose it is: the mailspace's account.
    pub account: AccountId,
    /// When it was added.
    pub added_at: Instant,
    /// How much it may hold, in MB.
    pub quota: u32,
    /// Whether it takes further addresses.
    pub is_enabled: bool,
}

/// A mailbox with the name of its mailspace, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedMailbox {
    /// The mailbox.
    pub mailbox: Mailbox,
    /// The name of its mailspace.
    pub mailspace: MailspaceName,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_one_to_twelve_months() {
        let start = Instant::parse("2027-01-31T12:00:00Z").unwrap();
        assert_eq!(MailTerm::parse("1").unwrap().end_from(start).to_string(), "2027-02-28T12:00:00.000Z");
        assert_eq!((MailTerm::parse("12"), MailTerm::YEAR.years()), (Ok(MailTerm::YEAR), 1));
        for (bad, outcome) in [
            ("", Outcome::PeriodMalformed),
            ("+1", Outcome::PeriodMalformed),
            ("1M", Outcome::PeriodMalformed),
            ("0", Outcome::PeriodOutOfRange),
            ("13", Outcome::PeriodOutOfRange),
            ("300", Outcome::PeriodOutOfRange),
        ] {
            assert_eq!(MailTerm::parse(bad).unwrap_err().outcome, outcome, "{bad:?}");
        }
    }
}
