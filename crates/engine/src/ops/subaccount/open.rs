use outcomes::{Field, Operation as Name, Outcome};

use super::{LEVELS, NewLogin, NewQuestion, line_above, within};
use crate::{
    Command, Done, Failure, Fault, Operation, Refusal, Writing,
    model::{
        Account, AccountId, AccountName, AccountState, AddressBook, Billing, Clid, Currency, CustomerId,
        PartyId, Terms,
    },
    ports::store::Inserted,
};

/// Opens an account below the actor's, or below one of its sub-accounts, with an empty balance and a login. Answers its
/// identifier.
///
/// It buys on the terms of the account above it, with the same price list and tax, and its invoices are made for the same
/// party; it has no credit limit, as nobody can lend what is the registry's. Both can be changed by the operator.
///
/// Changes: the account, its login, its address book, its question. Bills and notifies nothing. Checks, in this order:
/// whether the account above exists and is the actor's; the depth; whether the identifier, then the login name is taken.
#[derive(Clone, Debug)]
pub struct Open {
    /// The account above it; `None`: the actor's own.
    pub above: Option<AccountName>,
    /// Its identifier; `None`: one is made up.
    pub clid: Option<Clid>,
    /// Its name, for people.
    pub name: String,
    /// The currency of its credit; `None`: that of the account above it.
    pub currency: Option<Currency>,
    /// By what it can log in.
    pub login: NewLogin,
    /// Whom to write to about it.
    pub book: Option<AddressBook>,
    /// By which question its holder is known when the password is not.
    pub question: Option<NewQuestion>,
}

impl Operation for Open {
    type Answer = Clid;
    const NAME: Name = Name::SubaccountOpen;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::SubaccountOpened,
        Outcome::AccountUnknown,
        Outcome::AccountOfAnother,
        Outcome::SubaccountsTooDeep,
        Outcome::AccountTaken,
    ];

    fn object(&self) -> &str {
        self.login.name.as_str()
    }
}

impl Command for Open {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Clid>, Failure> {
        let above = self.above(cx)?;
        if line_above(cx, &above)?.len() + 2 > LEVELS {
            let refusal = Refusal::new(Outcome::SubaccountsTooDeep).at(Field::Subaccount);
            return Err(refusal.value(&above.clid).fact("limit", LEVELS).into());
        }
        let account = self.account(cx, &above)?;
        if cx.store.insert_account(&account)? == Inserted::Taken {
            return Err(Refusal::new(Outcome::AccountTaken).at(Field::AccountId).value(&account.clid).into());
        }
        let account = bill_as(cx, account, &above)?;
        self.login.set(cx, account.id)?;
        if let Some(book) = &self.book {
            cx.store.put_address_book(account.id, book)?;
        }
        if let Some(question) = &self.question {
            question.set(cx, account.id)?;
        }
        Ok(Done::new(Outcome::SubaccountOpened, account.clid))
    }
}

impl Open {
    fn above(&self, cx: &Writing<'_>) -> Result<Account, Failure> {
        match &self.above {
            Some(name) => within(cx, name),
            None => within(cx, &AccountName::Clid(cx.actor.account.clid.clone())),
        }
    }

    fn account(&self, cx: &Writing<'_>, above: &Account) -> Result<Account, Fault> {
        let id = AccountId(cx.new_id());
        let clid = self.clid.clone().map_or_else(|| made_up(id), Ok)?;
        let (customer, reverse_charge) = (Some(CustomerId(id.0)), above.billing.reverse_charge);
        Ok(Account {
            id,
            parent: Some(above.id),
            clid,
            name: self.name.clone(),
            currency: self.currency.unwrap_or(above.currency),
            credit_limit: 0,
            terms: Terms { credit_warning: None, ..above.terms.clone() },
            billing: Billing { customer, reverse_charge, ..Billing::default() },
            state: AccountState::Active,
            networks: Vec::new(),
            certificates: Vec::new(),
            max_sessions: None,
            max_requests: None,
            created_at: cx.now,
            closed_at: None,
        })
    }
}

/// Invoices of an account name a party of its own, so the data is copied.
fn bill_as(cx: &Writing<'_>, mut account: Account, above: &Account) -> Result<Account, Fault> {
    let Some(party) = above.billing.party.map(|id| cx.store.party(id)).transpose()?.flatten() else {
        return Ok(account);
    };
    let id = PartyId(cx.new_id());
    cx.store.insert_party(id, account.id, &party)?;
    account.billing.party = Some(id);
    cx.store.update_account(&account)?;
    Ok(account)
}

/// An identifier that is nobody else's: the id in letters and digits.
fn made_up(id: AccountId) -> Result<Clid, Fault> {
    const DIGITS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut rest = id.0.unsigned_abs();
    let mut digits = Vec::new();
    while rest > 0 {
        digits.push(DIGITS[(rest % 36) as usize]);
        rest /= 36;
    }
    digits.push(b'S');
    let text: String = digits.iter().rev().map(|digit| char::from(*digit)).collect();
    Clid::parse(&text).map_err(|_| Fault::internal("an identifier that was made up is none"))
}
