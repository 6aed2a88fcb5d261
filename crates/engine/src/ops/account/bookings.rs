use outcomes::{Operation as Name, Outcome};

use super::statement::shifted;
use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{
        AccountId, AccountName, Currency, EntryId, Instant, Money, Page, Standing, StatementLine, Window,
    },
    ops::subaccount,
    ports::store::{Slice, Snapshot, StatementSlice, StatementSpan},
};

/// Tells the lines of an account's ledger in a span of time, by windows, with the balance before and after the span.
///
/// Changes, bills and notifies nothing. Checks whether the account exists and is the actor's own or below it.
#[derive(Clone, Debug)]
pub struct Bookings {
    /// Which account; `None`: the actor's own.
    pub account: Option<AccountName>,
    /// From this moment on; `None` means from the beginning.
    pub from: Option<Instant>,
    /// Before this moment; `None` means until now.
    pub until: Option<Instant>,
    /// Whether to begin with the line that was booked last.
    pub newest_first: bool,
    /// Whether the tax is summed by itself, too. With a beginning of the span, that walks over all that was booked before.
    pub taxes: bool,
    /// Which lines.
    pub window: Window,
}

/// What was booked in a span of time, in a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookingsPage {
    /// Whose lines they are.
    pub account: AccountId,
    /// The balance before the span.
    pub opening: Money,
    /// What all lines of the span sum to, whichever window this is.
    pub sum: Money,
    /// The same two of tax alone, if that was asked for.
    pub taxes: Option<Taxes>,
    /// How the account stands now.
    pub standing: Standing,
    /// The lines.
    pub page: Page<StatementLine>,
}

/// What of a balance and of what was booked is tax; negative where it was paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taxes {
    /// Of all lines before the span.
    pub opening: Money,
    /// Of all lines of the span.
    pub sum: Money,
}

impl Operation for Bookings {
    type Answer = BookingsPage;
    const NAME: Name = Name::AccountBookings;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::StatementTold, Outcome::AccountUnknown, Outcome::AccountOfAnother];

    fn object(&self) -> &str {
        self.account.as_ref().map_or("", AccountName::as_str)
    }
}

impl Query for Bookings {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<BookingsPage>, Failure> {
        let account = subaccount::id_of(cx, self.account.as_ref())?;
        let span = StatementSpan {
            account,
            from: self.from.unwrap_or(Instant::from_millis(i64::MIN)),
            until: self.until.unwrap_or(Instant::from_millis(i64::MAX)),
        };
        let (standing, turnover) = (cx.store.standing(account)?, cx.store.turnover(span)?);
        let opening = shifted(standing.balance, turnover.since.checked_neg())?;
        let sum = Money::new(turnover.within, opening.currency);
        let taxes = self.taxes.then(|| self.sum_taxes(cx, span, turnover.tax_within, opening.currency));
        let lines = Lines { span, newest_first: self.newest_first, total: turnover.lines };
        let page = cx.page(&lines, self.window)?;
        let taxes = taxes.transpose()?;
        Ok(Done::new(Outcome::StatementTold, BookingsPage { account, opening, sum, taxes, standing, page }))
    }
}

impl Bookings {
    fn sum_taxes(
        &self,
        cx: &Reading<'_>,
        span: StatementSpan,
        within: i64,
        currency: Currency,
    ) -> Result<Taxes, Fault> {
        let before = StatementSpan { from: Instant::from_millis(i64::MIN), until: span.from, ..span };
        let before = match self.from {
            Some(_) => cx.store.turnover(before)?.tax_within,
            None => 0,
        };
        Ok(Taxes { opening: Money::new(before, currency), sum: Money::new(within, currency) })
    }
}

/// The lines of a span.
struct Lines {
    span: StatementSpan,
    newest_first: bool,
    /// How many there are.
    total: u64,
}

/// How many lines there are does not tell one list from another.
impl std::hash::Hash for Lines {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.span, self.newest_first).hash(state);
    }
}

impl Listing for Lines {
    type Row = StatementLine;
    type Key = EntryId;

    fn key(row: &StatementLine) -> EntryId {
        row.entry.id
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<EntryId>) -> Result<Vec<StatementLine>, Fault> {
        let Slice { after, skip, most } = *slice;
        store.statement(self.span, StatementSlice { newest_first: self.newest_first, after, skip, most })
    }

    fn count(&self, _: &dyn Snapshot) -> Result<u64, Fault> {
        Ok(self.total)
    }
}
