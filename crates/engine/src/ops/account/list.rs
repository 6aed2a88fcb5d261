use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{Account, Credential, Money, Standing},
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
    /// How it stands: what is set aside, what is left.
    pub standing: Standing,
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
            let standing = cx.store.standing(account.id)?;
            let credentials = cx.store.credentials(account.id)?;
            Ok(AccountLine { account, balance: standing.balance, standing, credentials })
        };
        let lines = cx.store.accounts()?.into_iter().map(line).collect::<Result<_, Failure>>()?;
        Ok(Done::new(Outcome::AccountsListed, lines))
    }
}
