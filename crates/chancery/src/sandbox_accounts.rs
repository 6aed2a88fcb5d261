//! The two accounts of the sandbox, whose secrets everybody knows.

use std::net::{IpAddr, Ipv4Addr};

use anyhow::{Context, Result, anyhow};
use engine::model::{Clid, Credential, Currency, Money, Realm, Secret};
use engine::ops::account::{
    AccountLine, Attempt, Claim, Cost, Deposit, List, LoginRecord, NewSecret, Open, Second, SetBilling,
    SetPassword,
};
use engine::{Failure, Outcome};
use sandbox::sample_party;
use serde_json::{Value, json};

use crate::operator::{Operator, Pending};

/// An account that every sandbox has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SandboxAccount {
    /// Its identifier: clID, tag, RRP id.
    pub(crate) clid: &'static str,
    /// Its login name in the protocols of resellers.
    pub(crate) login: &'static str,
    /// Its login name over WAPI.
    pub(crate) wapi_user: &'static str,
    /// Its secret everywhere.
    pub(crate) secret: &'static str,
}

/// Both of them.
pub(crate) const ACCOUNTS: [SandboxAccount; 2] = [
    SandboxAccount { clid: "ALPHA", login: "alpha", wapi_user: "alpha@example.test", secret: "alpha-secret" },
    SandboxAccount { clid: "BRAVO", login: "bravo", wapi_user: "bravo@example.test", secret: "bravo-secret" },
];

impl SandboxAccount {
    /// As the ready file shows it.
    pub(crate) fn to_json(self) -> Value {
        json!({"id": self.clid, "login": self.login, "wapi_user": self.wapi_user, "secret": self.secret})
    }

    const fn login_in(self, realm: Realm) -> &'static str {
        match realm {
            Realm::Epp => self.clid,
            Realm::Rrp | Realm::Enom => self.login,
            Realm::Wapi => self.wapi_user,
        }
    }

    fn clid(self) -> Result<Clid> {
        Clid::parse(self.clid).map_err(|refusal| anyhow!(refusal.reason()))
    }

    fn holds(self, credential: &Credential) -> bool {
        credential.login == self.login_in(credential.realm)
    }
}

/// Opens the accounts that are not there yet. What was changed about those that are stays as it is.
///
/// Handed over together, so a first start takes two commits. One that was cut short is finished by the next.
///
/// # Errors
/// The store's.
pub(crate) fn settle(operator: &Operator) -> Result<()> {
    let lines = operator.query(List)?;
    let is_there =
        |account: &SandboxAccount| lines.iter().any(|line| line.account.clid.as_str() == account.clid);
    let opened = ACCOUNTS.iter().filter(|account| !is_there(account)).map(|account| open(operator, *account));
    let opened: Vec<_> = opened.collect::<Result<_>>()?;
    if !opened.is_empty() {
        opened.into_iter().try_for_each(|pending| pending.wait().map(drop))?;
        return furnish(operator, &operator.query(List)?);
    }
    furnish(operator, &lines)
}

/// Which account can be logged in to with a secret that everybody knows, if any.
///
/// # Errors
/// The store's.
pub(crate) fn published(operator: &Operator) -> Result<Option<Clid>> {
    let lines = operator.query(List)?;
    let opens = |line: &&AccountLine| {
        let pairs = line.credentials.iter().flat_map(|held| ACCOUNTS.map(|account| (held, account)));
        pairs
            .into_iter()
            .any(|(held, account)| account.holds(held) && admits(operator, line, held, account.secret))
    };
    Ok(lines.iter().find(opens).map(|line| line.account.clid.clone()))
}

fn open(operator: &Operator, account: SandboxAccount) -> Result<Pending<engine::model::AccountId>> {
    let name = format!("Sandbox account {}", account.clid);
    Ok(operator.begin(Open { clid: account.clid()?, name, currency: Currency::Usd, credit_limit: 0 }))
}

/// Gives the accounts their credit, somebody to make invoices for, and logins. The logins come last: an account that has
/// them has everything.
fn furnish(operator: &Operator, lines: &[AccountLine]) -> Result<()> {
    let (mut deposits, mut billings, mut logins) = (Vec::new(), Vec::new(), Vec::new());
    for account in ACCOUNTS {
        let line = lines.iter().find(|line| line.account.clid.as_str() == account.clid);
        let line = line.with_context(|| format!("account {} is not there", account.clid))?;
        if !line.credentials.is_empty() {
            continue;
        }
        if line.balance.minor == 0 {
            let minor =
                Money::parse(BALANCE, line.account.currency).map_or(0, |money| money.minor.unsigned_abs());
            deposits.push(operator.begin(Deposit { clid: account.clid()?, minor }));
        }
        billings.push(operator.begin(billing(account.clid()?)?));
        let (id, password) = (line.account.id, Secret::new(account.secret));
        for realm in Realm::ALL {
            let secret = NewSecret::of(realm, &password, Cost::Published, operator.engine().entropy())?;
            let login = account.login_in(realm).to_owned();
            logins.push(operator.begin(SetPassword { account: id, realm, login, secret }));
        }
    }
    deposits.into_iter().try_for_each(|pending| pending.wait().map(drop))?;
    billings.into_iter().try_for_each(Pending::wait)?;
    logins.into_iter().try_for_each(Pending::wait)
}

fn billing(clid: Clid) -> Result<SetBilling> {
    let party = sample_party(&clid).map_err(|refusal| anyhow!(refusal.reason()))?;
    Ok(SetBilling { party: Some(Some(party)), ..SetBilling::of(clid) })
}

/// Whether a secret is the one of a credential. Only the secret counts: an account that is suspended, or may come from
/// elsewhere only, still has it.
fn admits(operator: &Operator, line: &AccountLine, credential: &Credential, secret: &str) -> bool {
    let attempt = Attempt {
        realm: credential.realm,
        login: credential.login.clone(),
        claim: Claim::Password(Secret::new(secret)),
        second: Second::Waived,
        from: IpAddr::V4(Ipv4Addr::LOCALHOST),
        certificate: None,
    };
    let record =
        LoginRecord { account: line.account.clone(), credential: credential.clone(), tokens: Vec::new() };
    match attempt.judge(operator.engine(), Some(record)) {
        Ok(_) => true,
        Err(Failure::Refused(refusals)) => refusals.first().outcome != Outcome::AuthenticationFailed,
        // A secret that cannot be read is none that everybody knows.
        Err(Failure::Fault(_)) => false,
    }
}

/// What each account has at the beginning, in its currency.
const BALANCE: &str = "1000000.00";

#[cfg(test)]
mod tests {
    use engine::policy::Policies;
    use store::Options;

    use super::*;
    use crate::installation::{Home, Installation};

    fn installation() -> Installation {
        Installation::open(&Home::Memory, Policies::default(), Options::default()).unwrap()
    }

    #[test]
    fn the_accounts_are_made_once_and_kept_as_they_are() {
        let installation = installation();
        let operator = installation.operator();
        settle(&operator).unwrap();
        let first = operator.query(List).unwrap();
        assert_eq!(first.len(), 2);
        for line in &first {
            assert_eq!(line.balance.to_string(), BALANCE);
            assert_eq!(line.credentials.len(), Realm::ALL.len());
        }
        let clid = first[0].account.clid.clone();
        operator.command(Deposit { clid, minor: 1 }).unwrap();
        settle(&operator).unwrap();
        let second = operator.query(List).unwrap();
        assert_eq!(second[0].balance.minor, first[0].balance.minor + 1);
        assert_eq!(second[0].credentials, first[0].credentials);
    }

    #[test]
    fn a_start_that_was_cut_short_is_finished() {
        let installation = installation();
        let operator = installation.operator();
        open(&operator, ACCOUNTS[1]).unwrap().wait().unwrap();
        settle(&operator).unwrap();
        let lines = operator.query(List).unwrap();
        assert!(lines.iter().all(|line| line.balance.to_string() == BALANCE && line.credentials.len() == 4));
    }

    #[test]
    fn a_published_secret_is_found_until_it_is_changed() {
        let installation = installation();
        let operator = installation.operator();
        assert_eq!(published(&operator).unwrap(), None);
        settle(&operator).unwrap();
        for account in ACCOUNTS {
            assert_eq!(
                published(&operator).unwrap().map(|clid| clid.to_string()),
                Some(account.clid.to_owned())
            );
            let line = operator
                .query(List)
                .unwrap()
                .into_iter()
                .find(|line| line.account.clid.as_str() == account.clid);
            let id = line.unwrap().account.id;
            for realm in Realm::ALL {
                let (another, entropy) = (Secret::new("another"), operator.engine().entropy());
                let secret = NewSecret::of(realm, &another, Cost::Published, entropy).unwrap();
                let login = account.login_in(realm).to_owned();
                operator.command(SetPassword { account: id, realm, login, secret }).unwrap();
            }
        }
        assert_eq!(published(&operator).unwrap(), None);
    }
}
