use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading, Refusal,
    model::{AccountId, Clid, EntryId, HeldLine, Instant, Money, Standing, StatementLine},
    ports::store::{StatementSlice, StatementSpan},
};

/// Tells what happened to an account's credit in a span of time, a page at a time: the lines, and the balance before and
/// after them, and what is set aside still. Lines stand in the order in which they were booked;
/// [`StatementPage::movements`] tells them as an account's holder reads them.
///
/// Changes, bills and notifies nothing. Checks whether the account exists.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Which account.
    pub clid: Clid,
    /// From this moment on; `None` means from the beginning.
    pub from: Option<Instant>,
    /// Before this moment; `None` means until now.
    pub until: Option<Instant>,
    /// Whether to begin with the line that was booked last.
    pub newest_first: bool,
    /// Where the page before ended; `None` for the first page.
    pub after: Option<EntryId>,
    /// How many lines at most.
    pub most: u32,
}

/// A page of a statement.
#[derive(Debug, PartialEq, Eq)]
pub struct StatementPage {
    /// Whose it is.
    pub account: AccountId,
    /// The balance before the span, whichever page this is.
    pub opening: Money,
    /// The balance at the end of the span.
    pub closing: Money,
    /// How the account stands now.
    pub standing: Standing,
    /// The lines of this page.
    pub lines: Vec<StatementLine>,
    /// What was set aside in the span and still is, whichever page this is.
    pub held: Vec<HeldLine>,
    /// Where this page ends, if there are more lines: what to ask for next.
    pub next: Option<EntryId>,
}

impl Operation for Statement {
    type Answer = StatementPage;
    const NAME: Name = Name::AccountStatement;
    const OUTCOMES: &'static [Outcome] = &[Outcome::StatementTold, Outcome::AccountUnknown];

    fn object(&self) -> &str {
        self.clid.as_str()
    }
}

impl Query for Statement {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<StatementPage>, Failure> {
        let unknown = || Refusal::new(Outcome::AccountUnknown).at(Field::AccountId).value(&self.clid);
        let account = cx.store.account_by_clid(&self.clid)?.ok_or_else(unknown)?.id;
        let span = StatementSpan {
            account,
            from: self.from.unwrap_or(Instant::from_millis(i64::MIN)),
            until: self.until.unwrap_or(Instant::from_millis(i64::MAX)),
        };
        // One more than asked for tells whether there is another page.
        let most = self.most.saturating_add(1);
        let slice = StatementSlice { newest_first: self.newest_first, after: self.after, skip: 0, most };
        let mut lines = cx.store.statement(span, slice)?;
        let more = u32::try_from(lines.len()).is_ok_and(|count| count > self.most);
        if more {
            lines.pop();
        }
        let next = lines.last().filter(|_| more).map(|line| line.entry.id);

        let (standing, turnover) = (cx.store.standing(account)?, cx.store.turnover(span)?);
        let opening = shifted(standing.balance, turnover.since.checked_neg())?;
        let closing = shifted(opening, Some(turnover.within))?;
        let held = cx.store.holds_within(span)?;
        let page = StatementPage { account, opening, closing, standing, lines, held, next };
        Ok(Done::new(Outcome::StatementTold, page))
    }
}

pub(super) fn shifted(balance: Money, by: Option<i64>) -> Result<Money, Fault> {
    let minor = by.and_then(|by| balance.minor.checked_add(by));
    let minor = minor.ok_or_else(|| Fault::internal("a balance is beyond what an amount can hold"))?;
    Ok(Money::new(minor, balance.currency))
}
