//! Accounts and their credentials.

use std::borrow::Cow;

use engine::model::{
    Account, AccountId, AccountState, AddressBook, Billing, Clid, Credential, DnsAllowance, Network, Party,
    PartyId, Pattern, Proof, Realm, RoleUser, SealedSecret, Terms,
};
use engine::ports::store::{Accounts, AccountsMut, Inserted, Result, Slice, SubaccountFilter};

use crate::address_books;
use crate::columns::{self, Columns, Stored};
use crate::document;
use crate::lists::{Lengths, all_of, for_each};
use crate::parties;
use crate::patterns::like;
use crate::sql::{Sql, Value};
use crate::tables::{Tables, values};

impl<C: Sql> Accounts for Tables<C> {
    fn account(&self, id: AccountId) -> Result<Option<Account>> {
        self.sql.one(SELECT_BY_ID, values![id], account)
    }

    fn account_by_clid(&self, clid: &Clid) -> Result<Option<Account>> {
        self.sql.one(SELECT_BY_CLID, values![clid], account)
    }

    fn accounts(&self) -> Result<Vec<Account>> {
        self.sql.all(SELECT_ALL, &[], account)
    }

    fn subaccounts(&self, filter: &SubaccountFilter, slice: &Slice<AccountId>) -> Result<Vec<Account>> {
        let after = slice.after.unwrap_or(AccountId(0));
        let pattern = filter.login.as_ref().map(|pattern| like(pattern.as_str()));
        let values = values![filter.parent, after, pattern.as_ref(), slice.most, slice.skip];
        self.sql.all(SELECT_BELOW, values, account)
    }

    fn count_subaccounts(&self, filter: &SubaccountFilter) -> Result<u64> {
        let pattern = filter.login.as_ref().map(|pattern| like(pattern.as_str()));
        let count = self.sql.one(COUNT_BELOW, values![filter.parent, pattern.as_ref()], columns::only)?;
        Ok(count.unwrap_or_default())
    }

    fn has_subaccounts(&self, parent: AccountId) -> Result<bool> {
        self.sql.finds(ANY_BELOW, values![parent])
    }

    fn address_book(&self, account: AccountId) -> Result<Option<AddressBook>> {
        address_books::find(self, account)
    }

    fn party(&self, id: PartyId) -> Result<Option<Party>> {
        parties::find(self, id)
    }

    fn credential(&self, realm: Realm, login: &str) -> Result<Option<Credential>> {
        self.sql.one(SELECT_CREDENTIAL, values![realm, login], credential)
    }

    fn credentials_of(&self, accounts: &[AccountId]) -> Result<Vec<Credential>> {
        let mut found = all_of(&self.sql, SELECT_CREDENTIALS, accounts.iter().copied(), credential)?;
        found.sort_by(|left, right| (left.realm, &left.login).cmp(&(right.realm, &right.login)));
        Ok(found)
    }
}

impl<C: Sql> AccountsMut for Tables<C> {
    fn insert_account(&self, account: &Account) -> Result<Inserted> {
        let documents = Documents::of(account)?;
        let inserted = self.sql.execute(
            INSERT,
            values![
                account.id,
                &account.clid,
                &account.name,
                account.state,
                documents.networks.as_ref(),
                documents.certificates.as_ref(),
                account.max_sessions,
                account.max_requests,
                account.terms.price_list.as_ref(),
                account.terms.vat,
                account.created_at,
                account.terms.dns.zones,
                account.terms.dns.rows,
                account.billing.credit,
                account.billing.party,
                account.billing.reverse_charge,
                account.billing.customer,
                account.parent,
            ],
        )?;
        if inserted == 0 {
            return Ok(Inserted::Taken);
        }
        self.update(
            INSERT_BALANCE,
            values![account.id, account.currency, account.credit_limit, account.terms.credit_warning],
        )?;
        self.update(INSERT_QUEUE, values![account.id])?;
        Ok(Inserted::Yes)
    }

    fn update_account(&self, account: &Account) -> Result<()> {
        let documents = Documents::of(account)?;
        self.update(
            UPDATE,
            values![
                &account.name,
                account.state,
                documents.networks.as_ref(),
                documents.certificates.as_ref(),
                account.max_sessions,
                account.max_requests,
                account.terms.price_list.as_ref(),
                account.terms.vat,
                account.terms.dns.zones,
                account.terms.dns.rows,
                account.billing.credit,
                account.billing.party,
                account.billing.reverse_charge,
                account.billing.customer,
                account.closed_at,
                account.id,
            ],
        )?;
        self.update(UPDATE_LIMIT, values![account.credit_limit, account.terms.credit_warning, account.id])
    }

    fn move_account(&self, id: AccountId, parent: AccountId) -> Result<()> {
        self.update(MOVE, values![parent, id])
    }

    fn insert_party(&self, id: PartyId, account: AccountId, party: &Party) -> Result<()> {
        parties::insert(self, id, account, party)
    }

    fn put_credential(&self, credential: &Credential) -> Result<Inserted> {
        let proof = kept(&credential.proof);
        let one_time_key = credential.one_time_key.as_ref().map(SealedSecret::bytes);
        let (commands, networks) = credential.role.as_ref().map(limits).transpose()?.unzip();
        let networks = networks.flatten();
        let put = self.sql.execute(
            PUT_CREDENTIAL,
            values![
                credential.realm,
                &credential.login,
                credential.account,
                proof.as_ref(),
                credential.set_at,
                one_time_key,
                commands.as_ref(),
                networks.as_ref()
            ],
        )?;
        Ok(if put == 1 { Inserted::Yes } else { Inserted::Taken })
    }

    fn remove_credential(&self, account: AccountId, realm: Realm, login: &str) -> Result<bool> {
        Ok(self.sql.execute(DELETE_CREDENTIAL, values![realm, login, account])? == 1)
    }

    fn remove_credentials(&self, account: AccountId) -> Result<()> {
        self.sql.execute(DELETE_CREDENTIALS, values![account])?;
        Ok(())
    }

    fn put_address_book(&self, account: AccountId, book: &AddressBook) -> Result<()> {
        address_books::put(self, account, book)
    }
}

/// The lists of an account as they stand in their columns.
struct Documents {
    networks: Option<String>,
    certificates: Option<String>,
}

impl Documents {
    fn of(account: &Account) -> Result<Self> {
        Ok(Self {
            networks: network_list(&account.networks)?,
            certificates: document::list(&account.certificates)?,
        })
    }
}

fn network_list(networks: &[Network]) -> Result<Option<String>> {
    document::list(&networks.iter().map(Network::to_string).collect::<Vec<_>>())
}

/// What a role is limited to, as it stands in its columns. Its commands are never NULL, or it would be no role.
fn limits(role: &RoleUser) -> Result<(String, Option<String>)> {
    let commands: Vec<&str> = role.commands.iter().map(Pattern::as_str).collect();
    Ok((document::text(&commands)?, network_list(&role.networks)?))
}

fn account(columns: &mut Columns<'_>) -> Result<Account> {
    Ok(Account {
        id: columns.read()?,
        clid: columns.read()?,
        name: columns.read()?,
        currency: columns.read()?,
        credit_limit: columns.read()?,
        terms: Terms {
            price_list: columns.read()?,
            vat: columns.read()?,
            credit_warning: columns.read()?,
            dns: DnsAllowance { zones: columns.read()?, rows: columns.read()? },
        },
        state: columns.read()?,
        networks: networks(columns)?,
        certificates: columns.optional_document()?.unwrap_or_default(),
        max_sessions: columns.read()?,
        max_requests: columns.read()?,
        created_at: columns.read()?,
        parent: columns.read()?,
        closed_at: columns.read()?,
        billing: Billing {
            credit: columns.read()?,
            party: columns.read()?,
            reverse_charge: columns.read()?,
            customer: columns.read()?,
        },
    })
}

/// An unreadable network is a fault: leaving it out could mean "from anywhere".
fn networks(columns: &mut Columns<'_>) -> Result<Vec<Network>> {
    let texts: Vec<String> = columns.optional_document()?.unwrap_or_default();
    let networks: Option<Vec<Network>> = texts.iter().map(|text| Network::parse(text)).collect();
    networks.ok_or_else(|| columns.nonsense("no network"))
}

fn credential(columns: &mut Columns<'_>) -> Result<Credential> {
    Ok(Credential {
        realm: columns.read()?,
        login: columns.read()?,
        account: columns.read()?,
        proof: columns.read()?,
        set_at: columns.read()?,
        one_time_key: columns.read()?,
        role: role(columns)?,
    })
}

fn role(columns: &mut Columns<'_>) -> Result<Option<RoleUser>> {
    let commands: Option<Vec<String>> = columns.optional_document()?;
    let networks = networks(columns)?;
    let Some(commands) = commands else { return Ok(None) };
    let commands: Option<Vec<Pattern>> = commands.iter().map(|text| Pattern::parse(text).ok()).collect();
    let commands = commands.ok_or_else(|| columns.nonsense("no pattern"))?;
    Ok(Some(RoleUser { commands, networks }))
}

/// A proof as it stands in its column: a hash begins with a dollar sign, an encrypted secret is hexadecimal.
impl Stored for Proof {
    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Text(text) if text.starts_with('$') => Some(Self::Hash(text.to_owned())),
            Value::Text(text) => {
                hex::decode(text).ok().map(|bytes| Self::Sealed(SealedSecret::from_store(&bytes)))
            }
            _ => None,
        }
    }
}

fn kept(proof: &Proof) -> Cow<'_, str> {
    match proof {
        Proof::Hash(hash) => Cow::Borrowed(hash),
        Proof::Sealed(secret) => Cow::Owned(hex::encode(secret.bytes())),
    }
}

impl Stored for AccountState {
    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Text(ACTIVE) => Some(Self::Active),
            Value::Text(SUSPENDED) => Some(Self::Suspended),
            _ => None,
        }
    }
}

impl From<AccountState> for Value<'_> {
    fn from(state: AccountState) -> Self {
        match state {
            AccountState::Active => Self::Text(ACTIVE),
            AccountState::Suspended => Self::Text(SUSPENDED),
        }
    }
}

const ACTIVE: &str = "active";
const SUSPENDED: &str = "suspended";

/// Selects what [`account`] reads, from where the rest says.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, clid, name, currency, credit_limit, price_list, vat, credit_warning, dns_zones, dns_rows, \
             state, networks, certificates, max_sessions, max_requests, created_at, parent, closed_at, credit, \
             party, reverse_charge, customer FROM account JOIN balance ON account_id = id ",
            $rest
        )
    };
}

const SELECT_BY_ID: &str = select!("WHERE id = $1");
const SELECT_BY_CLID: &str = select!("WHERE clid = $1");
const SELECT_ALL: &str = select!("WHERE closed_at IS NULL ORDER BY clid");
const INSERT: &str = "INSERT INTO account (id, clid, name, state, networks, certificates, max_sessions, max_requests, \
     price_list, vat, created_at, dns_zones, dns_rows, credit, party, reverse_charge, customer, parent) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) ON CONFLICT (clid) DO NOTHING";
const INSERT_BALANCE: &str = "INSERT INTO balance (account_id, currency, amount, held, credit_limit, credit_warning) VALUES ($1, $2, 0, 0, $3, $4)";
const INSERT_QUEUE: &str = "INSERT INTO queue (account_id, waiting) VALUES ($1, 0)";
const UPDATE: &str = "UPDATE account SET name = $1, state = $2, networks = $3, certificates = $4, \
     max_sessions = $5, max_requests = $6, price_list = $7, vat = $8, dns_zones = $9, dns_rows = $10, \
     credit = $11, party = $12, reverse_charge = $13, customer = $14, closed_at = $15 WHERE id = $16";
const MOVE: &str = "UPDATE account SET parent = $1 WHERE id = $2";
const UPDATE_LIMIT: &str = "UPDATE balance SET credit_limit = $1, credit_warning = $2 WHERE account_id = $3";
const SELECT_CREDENTIAL: &str = "SELECT realm, login, account_id, hash, set_at, one_time_key, commands, networks FROM credential WHERE realm = $1 AND login = $2";
const SELECT_CREDENTIALS: &Lengths = for_each!(
    "SELECT realm, login, account_id, hash, set_at, one_time_key, commands, networks FROM credential WHERE account_id = "
);
const PUT_CREDENTIAL: &str = "INSERT INTO credential (realm, login, account_id, hash, set_at, one_time_key, commands, networks) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (realm, login) DO UPDATE \
     SET hash = excluded.hash, set_at = excluded.set_at, one_time_key = excluded.one_time_key, \
     commands = excluded.commands, networks = excluded.networks \
     WHERE credential.account_id = excluded.account_id";
const DELETE_CREDENTIAL: &str = "DELETE FROM credential WHERE realm = $1 AND login = $2 AND account_id = $3";
const DELETE_CREDENTIALS: &str = "DELETE FROM credential WHERE account_id = $1";
const SELECT_BELOW: &str = select!(
    "WHERE parent = $1 AND closed_at IS NULL AND id > $2 AND ($3 IS NULL OR EXISTS (SELECT 1 FROM credential \
     WHERE credential.account_id = account.id AND commands IS NULL AND LOWER(login) LIKE $3 ESCAPE '!')) \
     ORDER BY id LIMIT $4 OFFSET $5"
);
const COUNT_BELOW: &str = "SELECT COUNT(*) FROM account WHERE parent = $1 AND closed_at IS NULL \
     AND ($2 IS NULL OR EXISTS (SELECT 1 FROM credential WHERE credential.account_id = account.id \
     AND commands IS NULL AND LOWER(login) LIKE $2 ESCAPE '!'))";
const ANY_BELOW: &str = "SELECT 1 FROM account WHERE parent = $1 AND closed_at IS NULL LIMIT 1";
