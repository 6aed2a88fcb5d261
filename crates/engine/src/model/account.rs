//! Accounts: who may ask for what, from where, on whose bill.

use std::{fmt, net::IpAddr};

use outcomes::Outcome;

use super::{AccountId, Billing, Currency, Instant, Network, Pattern, SealedSecret, Terms};
use crate::Refusal;

/// An account's identifier as other accounts see it (`clID`): 3 to 16 characters, upper case by custom.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clid(Box<str>);

impl Clid {
    /// Reads an identifier.
    ///
    /// # Errors
    /// `handle_malformed` when it is too short, too long, or holds something else than visible ASCII.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let fits = (3..=16).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
        if fits { Ok(Self(text.into())) } else { Err(Refusal::new(Outcome::HandleMalformed).value(text)) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// An identifier that was parsed before and comes back from the store.
    pub fn from_store(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Clid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether an account may work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// It may.
    Active,
    /// It may not log in until the operator says otherwise.
    Suspended,
}

/// A registrar, reseller or operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The account it was opened by and answers to; `None`: the operator's.
    pub parent: Option<AccountId>,
    /// Its identifier, which never changes.
    pub clid: Clid,
    /// Its name, for people.
    pub name: String,
    /// The currency of its credit.
    pub currency: Currency,
    /// How far its balance may fall below zero, in the currency's smallest unit; never negative.
    pub credit_limit: i64,
    /// On what terms it buys.
    pub terms: Terms,
    /// How it is billed.
    pub billing: Billing,
    /// Whether it may work.
    pub state: AccountState,
    /// Where it may come from. Empty means: from anywhere.
    pub networks: Vec<Network>,
    /// SHA-256 fingerprints (lower-case hexadecimal) of the client certificates it may show. Empty means: none needed.
    pub certificates: Vec<String>,
    /// How many sessions it may hold at once; `None` means the server's default.
    pub max_sessions: Option<u32>,
    /// How many requests without a session it may send within an hour; `None` means the server's default.
    pub max_requests: Option<u32>,
    /// When it was opened.
    pub created_at: Instant,
    /// When it was closed for ever, if it was. What it did stays on record.
    pub closed_at: Option<Instant>,
}

impl Account {
    /// Whether it may come from an address.
    pub fn admits(&self, address: IpAddr) -> bool {
        admit(&self.networks, address)
    }

    /// Whether a shown certificate (or none) will do.
    pub fn admits_certificate(&self, fingerprint: Option<&str>) -> bool {
        self.certificates.is_empty()
            || fingerprint.is_some_and(|shown| {
                self.certificates.iter().any(|pinned| pinned.eq_ignore_ascii_case(shown))
            })
    }
}

/// Whether one of some networks holds an address. No network at all means: from anywhere.
fn admit(networks: &[Network], address: IpAddr) -> bool {
    networks.is_empty() || networks.iter().any(|network| network.contains(address))
}

/// By what an account is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountName {
    /// Its identifier.
    Clid(Clid),
    /// A login name of its own in a realm.
    Login(Realm, String),
}

impl AccountName {
    /// The name as it was given.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Clid(clid) => clid.as_str(),
            Self::Login(_, login) => login,
        }
    }
}

/// The family of protocols that a login name belongs to. Each account has a credential per realm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Realm {
    /// EPP: the login is the account's identifier.
    Epp,
    /// CNR, RRPproxy, HEXONET and RRP.
    Rrp,
    /// WAPI.
    Wapi,
    /// Enom.
    Enom,
}

impl Realm {
    /// Every realm.
    pub const ALL: [Self; 4] = [Self::Epp, Self::Rrp, Self::Wapi, Self::Enom];

    /// The name used in the store and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Epp => "epp",
            Self::Rrp => "rrp",
            Self::Wapi => "wapi",
            Self::Enom => "enom",
        }
    }

    /// Whether its clients send something made of the secret in the place of the secret, so that the server has to know
    /// the secret itself.
    pub const fn shares_secrets(self) -> bool {
        matches!(self, Self::Wapi)
    }

    /// Whether a token can stand in the place of a password.
    pub const fn takes_tokens(self) -> bool {
        matches!(self, Self::Enom)
    }

    /// The realm with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|realm| realm.name() == name)
    }
}

/// What is kept of a secret that someone proves to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Of one that is sent: its hash (Argon2id) in PHC form.
    Hash(String),
    /// Of one that only something made of it is sent: the secret itself, encrypted.
    Sealed(SealedSecret),
}

/// What proves that someone acts for an account in a realm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// Where it is good.
    pub realm: Realm,
    /// The login name, unique in its realm.
    pub login: String,
    /// Whose it is.
    pub account: AccountId,
    /// What is kept to recognise the proof.
    pub proof: Proof,
    /// When it was set.
    pub set_at: Instant,
    /// The key of the one-time passwords that it needs beside, if it does.
    pub one_time_key: Option<SealedSecret>,
    /// What whoever logs in by it is limited to; `None`: it is the account's own.
    pub role: Option<RoleUser>,
}

/// Somebody who acts for an account within limits, with a login name of its own: that of the account, a colon, the role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleUser {
    /// The commands that may be given: those that fit one of these. Empty means: none.
    pub commands: Vec<Pattern>,
    /// Where it may come from, beside what the account says. Empty means: from wherever the account may.
    pub networks: Vec<Network>,
}

impl RoleUser {
    /// Whether a command may be given.
    pub fn may(&self, command: &str) -> bool {
        self.commands.iter().any(|pattern| pattern.fits(command))
    }

    /// Whether it may come from an address.
    pub fn admits(&self, address: IpAddr) -> bool {
        admit(&self.networks, address)
    }
}

/// By what a role of an account is found again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleLogin {
    /// Where it logs in.
    pub realm: Realm,
    /// Its login name there.
    pub login: String,
}

/// A login name: 3 to 64 visible characters of ASCII. A role stands behind a colon, `account:role`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginName(Box<str>);

impl LoginName {
    /// Reads the login name of an account.
    ///
    /// # Errors
    /// `login_malformed`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let is_fit = |byte: u8| byte.is_ascii_graphic() && byte != b':' && byte != b'!';
        let sound = (3..=LONGEST_LOGIN).contains(&text.len()) && text.bytes().all(is_fit);
        if sound { Ok(Self(text.into())) } else { Err(Refusal::new(Outcome::LoginMalformed).value(text)) }
    }

    /// Reads the login name of a role of an account: the role is 1 to 32 letters, digits, dots, hyphens, underscores.
    ///
    /// # Errors
    /// `login_malformed`.
    pub fn of_role(account: &str, role: &str) -> Result<Self, Refusal> {
        let is_fit = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
        let sound = (1..=32).contains(&role.len()) && role.bytes().all(is_fit);
        let malformed = || Refusal::new(Outcome::LoginMalformed).value(role);
        if sound { Ok(Self(format!("{account}:{role}").into())) } else { Err(malformed()) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

const LONGEST_LOGIN: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_stands_behind_a_colon() {
        assert_eq!(LoginName::of_role("alpha", "help.desk").unwrap().as_str(), "alpha:help.desk");
        for bad in ["al", "al:pha", "al!pha", "al pha", "žluť"] {
            assert_eq!(LoginName::parse(bad).unwrap_err().outcome, Outcome::LoginMalformed, "{bad}");
        }
        for bad in ["", "a:b", "a b", "*"] {
            assert!(LoginName::of_role("alpha", bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_role_may_what_is_listed() {
        let role = |commands: &[&str]| RoleUser {
            commands: commands.iter().map(|text| Pattern::parse(text).unwrap()).collect(),
            networks: vec![Network::parse("192.0.2.0/24").unwrap()],
        };
        let reader = role(&["Query*", "StatusDomain"]);
        assert!(reader.may("QueryDomainList") && reader.may("statusdomain"));
        assert!(!reader.may("StatusDomainTransfer") && !reader.may("AddDomain"));
        assert!(!role(&[]).may("StatusDomain"));
        assert!(
            reader.admits("192.0.2.9".parse().unwrap()) && !reader.admits("198.51.100.9".parse().unwrap())
        );
    }
}
