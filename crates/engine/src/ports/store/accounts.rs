use super::{Inserted, Result};
use crate::model::{Account, AccountId, Clid, Credential, Party, PartyId, Realm};

/// Reads accounts and credentials.
pub trait Accounts {
    /// The account with an id.
    fn account(&self, id: AccountId) -> Result<Option<Account>>;

    /// The account with an identifier.
    fn account_by_clid(&self, clid: &Clid) -> Result<Option<Account>>;

    /// Every account, by identifier.
    fn accounts(&self) -> Result<Vec<Account>>;

    /// A party for whom invoices are made.
    fn party(&self, id: PartyId) -> Result<Option<Party>>;

    /// The credential for a login name in a realm.
    fn credential(&self, realm: Realm, login: &str) -> Result<Option<Credential>>;

    /// All credentials of an account, by realm.
    fn credentials(&self, account: AccountId) -> Result<Vec<Credential>>;
}

/// Writes accounts and credentials.
pub trait AccountsMut: Accounts {
    /// Adds an account with an empty balance and an empty queue, unless its identifier is taken.
    fn insert_account(&self, account: &Account) -> Result<Inserted>;

    /// Replaces an account's row; id, identifier, currency and date of creation stay.
    fn update_account(&self, account: &Account) -> Result<()>;

    /// Adds a party for whom invoices of an account can be made.
    fn insert_party(&self, id: PartyId, account: AccountId, party: &Party) -> Result<()>;

    /// Sets a credential: replaces the one for the same realm and login if it is the same account's,
    /// `Taken` if it is another's.
    fn put_credential(&self, credential: &Credential) -> Result<Inserted>;
}
