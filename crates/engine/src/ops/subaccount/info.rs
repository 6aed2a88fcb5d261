use outcomes::{Operation as Name, Outcome};

use super::within;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{Account, AccountName, AddressBook, Clid, Credential, Standing},
};

/// Shows the actor's own account or one below it.
///
/// Changes, bills and notifies nothing. Checks whether the account exists and is the actor's own or below it.
#[derive(Clone, Debug)]
pub struct Info {
    /// Which account; `None`: the actor's own.
    pub account: Option<AccountName>,
}

/// An account as it and those above it see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubaccountView {
    /// The account.
    pub account: Account,
    /// The account above it.
    pub above: Option<Clid>,
    /// How it stands.
    pub standing: Standing,
    /// Whom to write to about it, if that was ever said.
    pub book: Option<AddressBook>,
    /// Its logins and those of its roles, by realm.
    pub credentials: Vec<Credential>,
}

impl Operation for Info {
    type Answer = SubaccountView;
    const NAME: Name = Name::SubaccountInfo;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::SubaccountTold, Outcome::AccountUnknown, Outcome::AccountOfAnother];

    fn object(&self) -> &str {
        self.account.as_ref().map_or("", AccountName::as_str)
    }
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<SubaccountView>, Failure> {
        let own = || AccountName::Clid(cx.actor.account.clid.clone());
        let account = within(cx, &self.account.clone().unwrap_or_else(own))?;
        let view = SubaccountView {
            above: account.parent.map(|id| cx.clid(id)).transpose()?,
            standing: cx.store.standing(account.id)?,
            book: cx.store.address_book(account.id)?,
            credentials: cx.store.credentials(account.id)?,
            account,
        };
        Ok(Done::new(Outcome::SubaccountTold, view))
    }
}
