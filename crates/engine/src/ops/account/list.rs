use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{Account, Credential, Money},
};

/// Lists all accounts with their balances and login names, by identifier.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Copy, Debug)]
pub struct List;

/// An account in a list.
#[derive(Clone, Debug)]
pub struct AccountLine {
    /// The account.
    pub account: Account,
    /// Its balance.
    pub balance: Money,
    /// Its login names, by realm.
    pub credentials: Vec<Credential>,
}

impl Operation for List {
    type Answer = Vec<AccountLine>;
    const NAME: Name = Name::AccountList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AccountsListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<AccountLine>>, Failure> {
        let line = |account: Account| {
            let (balance, credentials) = (cx.store.balance(account.id)?, cx.store.credentials(account.id)?);
            Ok(AccountLine { account, balance, credentials })
        };
        let lines = cx.store.accounts()?.into_iter().map(line).collect::<Result<_, Failure>>()?;
        Ok(Done::new(Outcome::AccountsListed, lines))
    }
}
