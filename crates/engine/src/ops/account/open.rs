use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{Account, AccountId, AccountState, Billing, Clid, Currency, CustomerId, Terms},
    ports::store::Inserted,
};

/// Opens an account with an empty balance and no way to log in yet. The protecting network knows it by its id. Nobody is
/// named yet for whom its invoices are made: see [`super::SetBilling`].
///
/// Changes: the account. Bills and notifies nothing. Checks whether the identifier is taken.
#[derive(Clone, Debug)]
pub struct Open {
    /// Its identifier.
    pub clid: Clid,
    /// Its name, for people.
    pub name: String,
    /// The currency of its credit.
    pub currency: Currency,
    /// How far its balance may fall below zero, in the currency's smallest unit.
    pub credit_limit: u32,
}

impl Operation for Open {
    type Answer = AccountId;
    const NAME: Name = Name::AccountOpen;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AccountOpened, Outcome::AccountTaken];

    fn object(&self) -> &str {
        self.clid.as_str()
    }
}

impl Command for Open {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<AccountId>, Failure> {
        let id = AccountId(cx.new_id());
        let account = Account {
            id,
            parent: None,
            clid: self.clid.clone(),
            name: self.name.clone(),
            currency: self.currency,
            credit_limit: self.credit_limit.into(),
            terms: Terms::default(),
            billing: Billing { customer: Some(CustomerId(id.0)), ..Billing::default() },
            state: AccountState::Active,
            networks: Vec::new(),
            certificates: Vec::new(),
            max_sessions: None,
            max_requests: None,
            created_at: cx.now,
            closed_at: None,
        };
        match cx.store.insert_account(&account)? {
            Inserted::Yes => Ok(Done::new(Outcome::AccountOpened, account.id)),
            Inserted::Taken => {
                Err(Refusal::new(Outcome::AccountTaken).at(Field::AccountId).value(&self.clid).into())
            }
        }
    }
}
