use super::Result;
use crate::model::{AccountId, Entry, EntryId, Money, ObjectId};

/// Whether a line could be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Posted {
    /// It is written and the balances are changed.
    Yes,
    /// The paying account's balance would fall below its credit limit; nothing was changed.
    CreditInsufficient,
}

/// What an audit of the whole ledger found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// How many lines were read.
    pub entries: u64,
    /// Accounts whose kept balance is not the sum of their lines: (account, kept, summed), in smallest units.
    pub wrong_balances: Vec<(AccountId, i64, i64)>,
    /// Accounts whose balance is below their credit limit.
    pub overdrawn: Vec<AccountId>,
    /// Lines in another currency than the account they touch.
    pub foreign: Vec<EntryId>,
    /// Lines that undo a line which another one undid before.
    pub undone_twice: Vec<EntryId>,
}

impl Audit {
    /// Whether nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.wrong_balances.is_empty()
            && self.overdrawn.is_empty()
            && self.foreign.is_empty()
            && self.undone_twice.is_empty()
    }
}

/// Reads the ledger.
pub trait Ledger {
    /// An account's balance, in its currency.
    fn balance(&self, account: AccountId) -> Result<Money>;

    /// The lines written for an object, oldest first.
    fn entries_of(&self, object: ObjectId) -> Result<Vec<Entry>>;

    /// Reads every line and proves the balances.
    fn audit(&self) -> Result<Audit>;
}

/// Writes the ledger.
pub trait LedgerMut: Ledger {
    /// Writes a line and changes the balances of the accounts on either side. A payer's balance is changed by one
    /// conditional update that holds it to its credit limit.
    fn post(&self, entry: &Entry) -> Result<Posted>;
}
