use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{AccountName, EntryKind, HeldLine, Instant, Page, Window},
    ops::subaccount,
    ports::store::StatementSpan,
};

/// Tells what is set aside of an account's credit and not decided yet, oldest first. An account has as much of it as orders
/// under way, so all of it is read, whatever the window.
///
/// Changes, bills and notifies nothing. Checks whether the account exists and is the actor's own or below it.
#[derive(Clone, Debug)]
pub struct Holds {
    /// Which account; `None`: the actor's own.
    pub account: Option<AccountName>,
    /// Only what will be paid for this.
    pub kind: Option<EntryKind>,
    /// Which rows.
    pub window: Window,
}

impl Operation for Holds {
    type Answer = Page<HeldLine>;
    const NAME: Name = Name::AccountHolds;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::StatementTold, Outcome::AccountUnknown, Outcome::AccountOfAnother];

    fn object(&self) -> &str {
        self.account.as_ref().map_or("", AccountName::as_str)
    }
}

impl Query for Holds {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let account = subaccount::id_of(cx, self.account.as_ref())?;
        let (from, until) = (Instant::from_millis(i64::MIN), Instant::from_millis(i64::MAX));
        let mut held = cx.store.holds_within(StatementSpan { account, from, until })?;
        held.retain(|line| self.kind.is_none_or(|kind| line.hold.kind == kind));
        Ok(Done::new(Outcome::StatementTold, Page::of(held, self.window)))
    }
}
