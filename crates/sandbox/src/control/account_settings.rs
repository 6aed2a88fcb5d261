//! What an account can be told to be.

use engine::model::{AccountState, Clid, Currency, Network, Party, Realm, Secret, Vat};
use engine::ops::account::SetBilling;
use serde::{Deserialize, Deserializer};

use super::billing::{self, WrittenParty};
use super::input::Amount;
use super::problem::Problem;
use super::route::Field;
use crate::sample::sample_party;

/// An account that is to be opened, or changes to one. What is `null` goes back to its default where it has one.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Wanted {
    pub(super) id: Option<String>,
    pub(super) name: Option<String>,
    secret: Option<String>,
    login: Option<String>,
    wapi_user: Option<String>,
    pub(super) balance: Option<Amount>,
    currency: Option<String>,
    networks: Option<Vec<String>>,
    certificates: Option<Vec<String>>,
    state: Option<String>,
    #[serde(deserialize_with = "given")]
    max_sessions: Option<Option<u32>>,
    #[serde(deserialize_with = "given")]
    max_requests: Option<Option<u32>>,
    credit_limit: Option<Amount>,
    #[serde(deserialize_with = "given")]
    price_list: Option<Option<String>>,
    vat: Option<Amount>,
    #[serde(deserialize_with = "given")]
    credit_warning: Option<Option<Amount>>,
    #[serde(deserialize_with = "given")]
    dns_zones: Option<Option<u32>>,
    #[serde(deserialize_with = "given")]
    dns_rows: Option<Option<u32>>,
    #[serde(deserialize_with = "given")]
    billing: Option<Option<WrittenParty>>,
    credit: Option<String>,
    reverse_charge: Option<bool>,
    #[serde(deserialize_with = "given")]
    customer: Option<Option<i64>>,
}

/// The settings in it, read.
pub(super) struct Settings {
    pub(super) networks: Option<Vec<Network>>,
    pub(super) certificates: Option<Vec<String>>,
    pub(super) state: Option<AccountState>,
    pub(super) max_sessions: Option<Option<u32>>,
    pub(super) max_requests: Option<Option<u32>>,
    pub(super) credit_limit: Option<u32>,
    pub(super) price_list: Option<Option<String>>,
    pub(super) vat: Option<Vat>,
    pub(super) credit_warning: Option<Option<u32>>,
    pub(super) dns_zones: Option<Option<u32>>,
    pub(super) dns_rows: Option<Option<u32>>,
}

impl Wanted {
    /// The currency of a new account.
    pub(super) fn currency(&self) -> Result<Currency, Problem> {
        let code = self.currency.as_deref().unwrap_or("USD");
        Currency::parse(code).ok_or_else(|| {
            let codes: Vec<_> = Currency::ALL.iter().map(|currency| currency.code()).collect();
            Problem::value("currency", code, format_args!("there are accounts in {}", codes.join(", ")))
        })
    }

    /// The login names of a new account: none without a secret. They are formed like those of the accounts that every
    /// sandbox has.
    pub(super) fn logins(&self, id: &Clid) -> Result<Vec<(Realm, String)>, Problem> {
        if self.secret()?.is_none() {
            return Ok(Vec::new());
        }
        let login = self.login.clone().unwrap_or_else(|| id.as_str().to_ascii_lowercase());
        let wapi_user = self.wapi_user.clone().unwrap_or_else(|| format!("{login}@example.test"));
        for (field, name) in [("login", &login), ("wapi_user", &wapi_user)] {
            if !(1..=LONGEST_LOGIN).contains(&name.chars().count()) || name.chars().any(char::is_control) {
                return Err(Problem::value(field, name, "it has 1 to 255 characters that can be seen"));
            }
        }
        let login_in = |realm: Realm| match realm {
            Realm::Epp => id.to_string(),
            Realm::Rrp | Realm::Enom => login.clone(),
            Realm::Wapi => wapi_user.clone(),
        };
        Ok(Realm::ALL.map(|realm| (realm, login_in(realm))).to_vec())
    }

    /// The secret, if there is to be one.
    pub(super) fn secret(&self) -> Result<Option<Secret>, Problem> {
        let Some(text) = &self.secret else { return Ok(None) };
        if !(1..=LONGEST_SECRET).contains(&text.len()) {
            return Err(Problem::value("secret", "***", "it has 1 to 255 characters"));
        }
        Ok(Some(Secret::new(text.as_str())))
    }

    /// Refuses what only a new account can be told.
    pub(super) fn refuse_for_good(&self) -> Result<(), Problem> {
        let for_good = [
            ("id", self.id.is_some()),
            ("name", self.name.is_some()),
            ("login", self.login.is_some()),
            ("wapi_user", self.wapi_user.is_some()),
            ("currency", self.currency.is_some()),
            ("balance", self.balance.is_some()),
        ];
        let Some((field, _)) = for_good.iter().find(|(_, given)| *given) else { return Ok(()) };
        let way = if *field == "balance" { "pay in with POST .../deposit" } else { "open another account" };
        Err(Problem::value(field, "", format_args!("it cannot be changed afterwards; {way}")))
    }

    /// How it is to be billed.
    pub(super) fn billing(&self, clid: &Clid) -> Result<SetBilling, Problem> {
        let party = |written: &Option<WrittenParty>| written.as_ref().map(WrittenParty::read).transpose();
        Ok(SetBilling {
            clid: clid.clone(),
            party: self.billing.as_ref().map(party).transpose()?,
            credit: self.credit.as_ref().map(billing::credit).transpose()?,
            reverse_charge: self.reverse_charge,
            customer: self.customer.as_ref().map(billing::customer),
        })
    }

    /// How a new account is to be billed: as somebody, unless it is said that nobody is named.
    pub(super) fn billing_of_new(&self, clid: &Clid) -> Result<SetBilling, Problem> {
        let billing = self.billing(clid)?;
        let party: Option<Party> = match billing.party {
            Some(said) => said,
            None => Some(sample_party(clid)?),
        };
        Ok(SetBilling { party: Some(party), ..billing })
    }

    /// The settings.
    pub(super) fn settings(&self, currency: Currency) -> Result<Settings, Problem> {
        let limit = |field: &'static str| move |amount: &Amount| amount.limit(field, currency);
        let warning = |amount: &Option<Amount>| amount.as_ref().map(limit("credit_warning")).transpose();
        Ok(Settings {
            networks: self.networks.as_deref().map(networks).transpose()?,
            certificates: self.certificates.as_deref().map(certificates).transpose()?,
            state: self.state.as_deref().map(state).transpose()?,
            max_sessions: self.max_sessions,
            max_requests: self.max_requests,
            credit_limit: self.credit_limit.as_ref().map(limit("credit_limit")).transpose()?,
            price_list: self.price_list.clone(),
            vat: self.vat.as_ref().map(vat).transpose()?,
            credit_warning: self.credit_warning.as_ref().map(warning).transpose()?,
            dns_zones: self.dns_zones,
            dns_rows: self.dns_rows,
        })
    }
}

/// Tells `null` from absence.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

fn networks(texts: &[String]) -> Result<Vec<Network>, Problem> {
    let read =
        |text: &String| text.parse::<Network>().map_err(|reason| Problem::value("networks", text, reason));
    texts.iter().map(read).collect()
}

fn certificates(texts: &[String]) -> Result<Vec<String>, Problem> {
    let read = |text: &String| {
        let fingerprint = text.parse::<edge::Fingerprint>();
        fingerprint.map(|fingerprint| fingerprint.to_string()).map_err(|_| {
            Problem::value("certificates", text, "write SHA-256 fingerprints: 64 hexadecimal digits each")
        })
    };
    texts.iter().map(read).collect()
}

fn state(text: &str) -> Result<AccountState, Problem> {
    match text {
        "active" => Ok(AccountState::Active),
        "suspended" => Ok(AccountState::Suspended),
        _ => Err(Problem::value("state", text, "it is active or suspended")),
    }
}

fn vat(amount: &Amount) -> Result<Vat, Problem> {
    let text = amount.to_string();
    Vat::parse(&text).ok_or_else(|| {
        Problem::value("vat", &text, "it is a percentage with two decimals at most, such as 21 or \"5.5\"")
    })
}

/// What a new account can be told.
pub(super) const FIELDS_OF_NEW: &[Field] = &[
    ("id", "string", "Its identifier, which is its EPP login: 3 to 16 visible characters"),
    ("name", "string", "Its name, for people"),
    ("secret", "string", "Its password everywhere; without one nobody can log in"),
    (
        "login",
        "string",
        "Its login in the protocols of resellers; the id in lower case unless said otherwise",
    ),
    ("wapi_user", "string", "Its login over WAPI; login@example.test unless said otherwise"),
    ("balance", "string|number", "What it has, such as \"1000.00\"; nothing unless said otherwise"),
    ("currency", "string", "The currency of its credit; USD unless said otherwise"),
    NETWORKS,
    CERTIFICATES,
    STATE,
    MAX_SESSIONS,
    MAX_REQUESTS,
    CREDIT_LIMIT,
    PRICE_LIST,
    VAT,
    CREDIT_WARNING,
    DNS_ZONES,
    DNS_ROWS,
    BILLING,
    CREDIT,
    REVERSE_CHARGE,
    CUSTOMER,
];

/// What can be changed about an account.
pub(super) const FIELDS_OF_PATCH: &[Field] = &[
    ("secret", "string", "Its new password, for every login it has"),
    NETWORKS,
    CERTIFICATES,
    STATE,
    MAX_SESSIONS,
    MAX_REQUESTS,
    CREDIT_LIMIT,
    PRICE_LIST,
    VAT,
    CREDIT_WARNING,
    DNS_ZONES,
    DNS_ROWS,
    BILLING,
    CREDIT,
    REVERSE_CHARGE,
    CUSTOMER,
];

const NETWORKS: Field =
    ("networks", "array", "Where it may come from, such as 192.0.2.0/24; an empty list: from anywhere");
const CERTIFICATES: Field = (
    "certificates",
    "array",
    "SHA-256 fingerprints of the client certificates it may show; an empty list: none needed",
);
const STATE: Field = ("state", "string", "active or suspended");
const MAX_SESSIONS: Field =
    ("max_sessions", "integer|null", "How many sessions it may hold at once; null: the server's default");
const MAX_REQUESTS: Field = (
    "max_requests",
    "integer|null",
    "How many requests without a session it may send within an hour; null: the server's default",
);
const CREDIT_LIMIT: Field = ("credit_limit", "string|number", "How far its balance may fall below zero");
const PRICE_LIST: Field =
    ("price_list", "string|null", "The price list that goes before the zones' prices; null: none");
const VAT: Field = ("vat", "string|number", "The rate of tax on top of prices, in per cent");
const CREDIT_WARNING: Field = (
    "credit_warning",
    "string|number|null",
    "Below how much left it is warned; 0: never; null: a fifth of the credit limit",
);
const DNS_ZONES: Field =
    ("dns_zones", "integer|null", "How many DNS zones it may have; null: what the house rules say");
const DNS_ROWS: Field =
    ("dns_rows", "integer|null", "How many rows each of them may have; null: what the house rules say");
const BILLING: Field = (
    "billing",
    "object|null",
    "For whom its invoices are made: name, street (a list), city, postal_code, country, company_number, tax_number; null: \
     nobody, so that it can buy nothing",
);
const CREDIT: Field = ("credit", "string", "Whether its credit can be spent: active, locked or inactive");
const REVERSE_CHARGE: Field = ("reverse_charge", "boolean", "Whether the customer accounts for the tax");
const CUSTOMER: Field =
    ("customer", "integer|null", "Its customer number at the protecting network; null: it has none");
const LONGEST_LOGIN: usize = 255;
const LONGEST_SECRET: usize = 255;
