use super::{Inserted, Result, Slice};
use crate::model::{
    Account, AccountId, AccountName, AddressBook, Clid, Credential, Party, PartyId, Pattern, Realm,
};

/// Which accounts below an account are listed, by age. Closed ones never are.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SubaccountFilter {
    /// Directly below which account.
    pub parent: AccountId,
    /// Only those with a login name that fits.
    pub login: Option<Pattern>,
}

/// Reads accounts and credentials.
pub trait Accounts {
    /// The account with an id.
    fn account(&self, id: AccountId) -> Result<Option<Account>>;

    /// The account with an identifier.
    fn account_by_clid(&self, clid: &Clid) -> Result<Option<Account>>;

    /// The account with a name; none by the login name of a role.
    fn account_named(&self, name: &AccountName) -> Result<Option<Account>> {
        let (realm, login) = match name {
            AccountName::Clid(clid) => return self.account_by_clid(clid),
            AccountName::Login(realm, login) => (*realm, login),
        };
        let credential = self.credential(realm, login)?.filter(|credential| credential.role.is_none());
        credential.map_or(Ok(None), |credential| self.account(credential.account))
    }

    /// A slice of a list of accounts below an account.
    fn subaccounts(&self, filter: &SubaccountFilter, slice: &Slice<AccountId>) -> Result<Vec<Account>>;

    /// How many rows a list has.
    fn count_subaccounts(&self, filter: &SubaccountFilter) -> Result<u64>;

    /// Whether there are accounts below an account that are not closed.
    fn has_subaccounts(&self, parent: AccountId) -> Result<bool>;

    /// Whom to write to about an account; `None` if that was never said.
    fn address_book(&self, account: AccountId) -> Result<Option<AddressBook>>;

    /// Every account that is not closed, by identifier.
    fn accounts(&self) -> Result<Vec<Account>>;

    /// A party for whom invoices are made.
    fn party(&self, id: PartyId) -> Result<Option<Party>>;

    /// The credential for a login name in a realm.
    fn credential(&self, realm: Realm, login: &str) -> Result<Option<Credential>>;

    /// All credentials of an account, by realm.
    fn credentials(&self, account: AccountId) -> Result<Vec<Credential>> {
        self.credentials_of(&[account])
    }

    /// All credentials of some accounts, by realm. One statement for all.
    fn credentials_of(&self, accounts: &[AccountId]) -> Result<Vec<Credential>>;
}

/// Writes accounts and credentials.
pub trait AccountsMut: Accounts {
    /// Adds an account with an empty balance and an empty queue, unless its identifier is taken.
    fn insert_account(&self, account: &Account) -> Result<Inserted>;

    /// Replaces an account's row; id, identifier, parent, currency and date of creation stay.
    fn update_account(&self, account: &Account) -> Result<()>;

    /// Puts an account below another one.
    fn move_account(&self, id: AccountId, parent: AccountId) -> Result<()>;

    /// Adds a party for whom invoices of an account can be made.
    fn insert_party(&self, id: PartyId, account: AccountId, party: &Party) -> Result<()>;

    /// Sets a credential: replaces the one for the same realm and login if it is the same account's,
    /// `Taken` if it is another's.
    fn put_credential(&self, credential: &Credential) -> Result<Inserted>;

    /// Takes a login name from an account. `false` if it was not the account's.
    fn remove_credential(&self, account: AccountId, realm: Realm, login: &str) -> Result<bool>;

    /// Takes all login names from an account.
    fn remove_credentials(&self, account: AccountId) -> Result<()>;

    /// Sets whom to write to about an account.
    fn put_address_book(&self, account: AccountId, book: &AddressBook) -> Result<()>;
}
