//! Invoices.

use std::fmt;

use super::{AccountId, EntryKind, Fee, Instant, ObjectId, OperationId, PartyId};

/// What an account was charged, or given back, at one time. Its lines stand in the ledger under its number and sum to it.
/// It is never changed or removed; what is given back has an invoice of its own with the opposite amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invoice {
    /// Its number among those of the account.
    pub number: InvoiceNumber,
    /// What it says.
    pub draft: InvoiceDraft,
}

/// An invoice before it has its number, which the store gives: for whom, for what, how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceDraft {
    /// Whose.
    pub account: AccountId,
    /// For whom it is made.
    pub party: PartyId,
    /// The operation that was charged for.
    pub operation: OperationId,
    /// When it was made.
    pub at: Instant,
    /// What for.
    pub kind: EntryKind,
    /// The price and the tax; negative where they are given back.
    pub fee: Fee,
    /// The object it is about.
    pub object: ObjectId,
    /// The years that were paid for.
    pub years: u8,
    /// The invoice that this one takes back.
    pub corrects: Option<InvoiceNumber>,
}

/// The number of an invoice: the year, then a number that is counted from one for each account and year. Shown as one
/// number, `2027000000012`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InvoiceNumber(i64);

impl InvoiceNumber {
    /// The number before the first one of the year of a moment.
    pub fn before_first_of(moment: Instant) -> Self {
        Self(i64::from(moment.date().year()) * A_YEAR)
    }

    /// The number after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The highest number of the same year.
    #[must_use]
    pub const fn last_of_year(self) -> Self {
        Self(self.0 - self.0 % A_YEAR + A_YEAR - 1)
    }

    /// As one number.
    pub const fn value(self) -> i64 {
        self.0
    }

    /// A number that comes back from the store.
    pub const fn from_store(value: i64) -> Self {
        Self(value)
    }
}

impl fmt::Display for InvoiceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How many numbers a year has.
const A_YEAR: i64 = 1_000_000_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_within_their_year() {
        let before = InvoiceNumber::before_first_of(Instant::parse("2027-12-31T23:59:59Z").unwrap());
        assert_eq!(before.next().to_string(), "2027000000001");
        assert_eq!(before.last_of_year().next(), before.next().last_of_year().next());
        let next_year = InvoiceNumber::before_first_of(Instant::parse("2028-01-01T00:00:00Z").unwrap());
        assert_eq!(before.last_of_year().next(), next_year);
    }
}
