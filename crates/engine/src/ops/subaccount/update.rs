use outcomes::{Operation as Name, Outcome};

use super::{NewLogin, NewQuestion, below, within};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Account, AccountName, AccountState, AddressBook, Network},
};

/// Changes a sub-account, or the actor's own account as far as its holder may. What is not named stays.
///
/// Changes: the account, its login, its address book, its question; sessions that are open keep what they logged in with.
/// Bills and notifies nothing. Checks, in this order: whether the account exists and is the actor's own or below it;
/// below it, if its state or its addresses are to change; whether the login name is another account's.
#[derive(Clone, Debug)]
pub struct Update {
    /// Which account.
    pub account: AccountName,
    /// Its name, for people.
    pub name: Option<String>,
    /// Whether it may work.
    pub state: Option<AccountState>,
    /// Where it may come from; an empty list means from anywhere.
    pub networks: Option<Vec<Network>>,
    /// Below how much left it is warned, in its currency's smallest unit; `Some(None)` means a fifth of its limit.
    pub credit_warning: Option<Option<u32>>,
    /// A login of its own: a new password for one that it has, or a further one.
    pub login: Option<NewLogin>,
    /// Whom to write to about it, in the place of all that was said before.
    pub book: Option<AddressBook>,
    /// By which question its holder is known when the password is not.
    pub question: Option<NewQuestion>,
}

impl Update {
    /// A change of nothing yet.
    pub const fn of(account: AccountName) -> Self {
        Self {
            account,
            name: None,
            state: None,
            networks: None,
            credit_warning: None,
            login: None,
            book: None,
            question: None,
        }
    }
}

impl Operation for Update {
    type Answer = ();
    const NAME: Name = Name::SubaccountUpdate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::SubaccountUpdated,
        Outcome::AccountUnknown,
        Outcome::AccountOfAnother,
        Outcome::AccountTaken,
    ];

    fn object(&self) -> &str {
        self.account.as_str()
    }
}

impl Command for Update {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let is_for_parents = self.state.is_some() || self.networks.is_some();
        let mut account = if is_for_parents { below(cx, &self.account) } else { within(cx, &self.account) }?;
        self.change(&mut account);
        cx.store.update_account(&account)?;
        if let Some(login) = &self.login {
            login.set(cx, account.id)?;
        }
        if let Some(book) = &self.book {
            cx.store.put_address_book(account.id, book)?;
        }
        if let Some(question) = &self.question {
            question.set(cx, account.id)?;
        }
        Ok(Done::new(Outcome::SubaccountUpdated, ()))
    }
}

impl Update {
    fn change(&self, account: &mut Account) {
        if let Some(name) = &self.name {
            account.name.clone_from(name);
        }
        if let Some(networks) = &self.networks {
            account.networks.clone_from(networks);
        }
        account.state = self.state.unwrap_or(account.state);
        if let Some(warning) = self.credit_warning {
            account.terms.credit_warning = warning.map(i64::from);
        }
    }
}
