use std::collections::HashMap;

use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    model::{Account, AccountId, Credential, Money, Standing},
};

/// Lists all accounts with their balances and login names, by identifier.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Copy, Debug)]
pub struct List;

/// An account in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        let accounts = cx.store.accounts()?;
        let ids: Vec<AccountId> = accounts.iter().map(|account| account.id).collect();
        let lines = lines(accounts, &cx.store.standings(&ids)?, cx.store.credentials_of(&ids)?)?;
        Ok(Done::new(Outcome::AccountsListed, lines))
    }
}

/// Accounts with how they stand and by what they log in.
///
/// # Errors
/// A fault if one has no balance: each has.
pub(in crate::ops) fn lines(
    accounts: Vec<Account>,
    standings: &[(AccountId, Standing)],
    credentials: Vec<Credential>,
) -> Result<Vec<AccountLine>, Fault> {
    let standings: HashMap<_, _> = standings.iter().copied().collect();
    let mut logins: HashMap<_, Vec<_>> = HashMap::new();
    credentials.into_iter().for_each(|held| logins.entry(held.account).or_default().push(held));
    let line = |account: Account| {
        let missing = || Fault::internal(format!("account {} has no balance", account.id.0));
        let standing = *standings.get(&account.id).ok_or_else(missing)?;
        let credentials = logins.remove(&account.id).unwrap_or_default();
        Ok(AccountLine { account, balance: standing.balance, standing, credentials })
    };
    accounts.into_iter().map(line).collect()
}
