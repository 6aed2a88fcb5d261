use outcomes::{Operation as Name, Outcome};

use super::id_of;
use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{Account, AccountId, AccountName, Page, Pattern, Window},
    ops::account::{AccountLine, lines},
    ports::store::{Slice, Snapshot, SubaccountFilter},
};

/// Lists the accounts directly below an account, by age.
///
/// Changes, bills and notifies nothing. Checks whether the account exists and is the actor's own or below it.
#[derive(Clone, Debug)]
pub struct List {
    /// Below which account; `None`: the actor's own.
    pub above: Option<AccountName>,
    /// Only those with a login name that fits.
    pub login: Option<Pattern>,
    /// Which rows.
    pub window: Window,
}

impl Operation for List {
    type Answer = Page<AccountLine>;
    const NAME: Name = Name::SubaccountList;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::SubaccountsListed, Outcome::AccountUnknown, Outcome::AccountOfAnother];

    fn object(&self) -> &str {
        self.above.as_ref().map_or("", AccountName::as_str)
    }
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let parent = id_of(cx, self.above.as_ref())?;
        let filter = SubaccountFilter { parent, login: self.login.clone() };
        let Page { rows, first, total } = cx.page(&filter, self.window)?;
        let ids: Vec<AccountId> = rows.iter().map(|account| account.id).collect();
        let rows = lines(rows, &cx.store.standings(&ids)?, cx.store.credentials_of(&ids)?)?;
        Ok(Done::new(Outcome::SubaccountsListed, Page { rows, first, total }))
    }
}

impl Listing for SubaccountFilter {
    type Row = Account;
    type Key = AccountId;

    fn key(row: &Account) -> AccountId {
        row.id
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<AccountId>) -> Result<Vec<Account>, Fault> {
        store.subaccounts(self, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_subaccounts(self)
    }
}
