//! A zone's policy.

use std::collections::BTreeSet;

use serde::{Deserialize, Deserializer, de::Error};

use super::{IdnTable, PriceList, Span};
use crate::model::{DomainName, RenewalMode, Role};

/// What a zone allows. Every part has a default, so a file states only what is particular about its zone.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// The zone's name, such as `test` or `co.uk`.
    #[serde(deserialize_with = "domain_name")]
    pub name: DomainName,
    /// Who decides about its names.
    #[serde(default)]
    pub authority: Authority,
    /// How name servers are given.
    #[serde(default)]
    pub hosts: HostForm,
    /// How many name servers a domain has.
    #[serde(default = "name_servers")]
    pub name_servers: Span,
    /// How many contacts a domain has in each role.
    #[serde(default)]
    pub contacts: ContactPolicy,
    /// How long registrations run.
    #[serde(default)]
    pub term: TermPolicy,
    /// What labels may look like.
    #[serde(default)]
    pub label: LabelPolicy,
    /// Labels that are kept out of registration, in canonical form however the file writes them.
    #[serde(default, deserialize_with = "labels")]
    pub reserved: BTreeSet<String>,
    /// Internationalised names.
    #[serde(default)]
    pub idn: IdnPolicy,
    /// How DNSSEC data is given.
    #[serde(default)]
    pub dnssec: DnssecForm,
    /// How many DNSSEC records a domain may have.
    #[serde(default = "dnssec_records")]
    pub most_dnssec_records: u32,
    /// The shortest authInfo that may be set, in characters.
    #[serde(default = "shortest_authinfo")]
    pub shortest_authinfo: usize,
    /// What happens at the end of a registration.
    #[serde(default)]
    pub expiry: ExpiryPolicy,
    /// Grace periods.
    #[serde(default)]
    pub grace: GracePolicy,
    /// What becomes of deleted registrations.
    #[serde(default)]
    pub redemption: RedemptionPolicy,
    /// Transfers.
    #[serde(default)]
    pub transfer: TransferPolicy,
    /// Prices, by currency.
    #[serde(default)]
    pub prices: PriceList,
}

impl Zone {
    /// Reads a policy file.
    ///
    /// # Errors
    /// What is wrong in the file and where, for the operator.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }
}

/// Who decides about a zone's names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Authority {
    /// This system.
    #[default]
    Local,
    /// An upstream registry.
    Upstream,
}

/// How name servers are given: one form per zone, never both (RFC 5731 section 1.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HostForm {
    /// As host objects.
    #[default]
    Objects,
    /// As attributes of the domain.
    Attributes,
}

impl HostForm {
    /// The form in words, for texts.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Objects => "host objects",
            Self::Attributes => "host attributes",
        }
    }
}

/// How DNSSEC data is given: one interface per zone (RFC 5910 section 4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DnssecForm {
    /// DS data, with or without the key.
    #[default]
    Ds,
    /// Key data.
    Keys,
    /// The client chooses, one form per domain.
    Either,
    /// Not at all.
    None,
}

impl DnssecForm {
    /// The form in words, for texts.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Ds => "DS data",
            Self::Keys => "key data",
            Self::Either => "either DS data or key data",
            Self::None => "nothing (it is not signed)",
        }
    }
}

/// How many contacts a domain has in each role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ContactPolicy {
    /// The registrant: 0 or 1.
    pub registrant: Span,
    /// Administrative contacts.
    pub admin: Span,
    /// Technical contacts.
    pub tech: Span,
    /// Billing contacts.
    pub billing: Span,
}

impl Default for ContactPolicy {
    fn default() -> Self {
        let some = Span::new(0, 10);
        Self { registrant: Span::new(0, 1), admin: some, tech: some, billing: some }
    }
}

impl ContactPolicy {
    /// How many contacts in a role.
    pub const fn of(&self, role: Role) -> Span {
        match role {
            Role::Registrant => self.registrant,
            Role::Admin => self.admin,
            Role::Tech => self.tech,
            Role::Billing => self.billing,
        }
    }
}

/// How long registrations run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TermPolicy {
    /// Years of a new registration.
    pub create: Span,
    /// Years of a renewal.
    pub renew: Span,
    /// No registration ends later than this many years from now.
    pub longest: u32,
    /// Renewals are taken only within so many days before the expiry; `None` means at any time.
    pub renewable_days: Option<u32>,
}

impl Default for TermPolicy {
    fn default() -> Self {
        Self { create: Span::new(1, 10), renew: Span::new(1, 10), longest: 10, renewable_days: None }
    }
}

/// What labels may look like, beside the rules of the DNS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LabelPolicy {
    /// How many characters, of the A-label if it is internationalised.
    pub length: Span,
}

impl Default for LabelPolicy {
    fn default() -> Self {
        Self { length: Span::new(1, 63) }
    }
}

/// Internationalised names: none without a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IdnPolicy {
    /// A label has to fit one of these as a whole.
    pub tables: Vec<IdnTable>,
}

/// What happens at the end of a registration.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ExpiryPolicy {
    /// Whether the server renews it or it ends, unless its sponsor chose for the name.
    pub renewal: RenewalMode,
    /// How many days before the expiry the sponsor is warned.
    pub warn_days: Vec<u32>,
    /// For how many days after the expiry the server tries again, once a day, to renew a name whose sponsor lacks the
    /// credit. Zero: it tries at the expiry only.
    pub retry_days: u32,
    /// Days after the expiry when a name that was not renewed leaves the DNS.
    pub suspend_days: u32,
    /// Days after the expiry when the server deletes it. Until then it can be renewed.
    pub lapse_days: u32,
    /// Whether what the server deleted can be restored as if its sponsor had deleted it. If not, the name is free at
    /// once.
    pub redemption: bool,
}

impl Default for ExpiryPolicy {
    fn default() -> Self {
        Self {
            renewal: RenewalMode::Automatic,
            warn_days: vec![30, 7],
            retry_days: 0,
            suspend_days: 0,
            lapse_days: 0,
            redemption: true,
        }
    }
}

/// How long operations can be undone for their price, in days (RFC 3915 section 3.1). Zero means not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GracePolicy {
    /// After a creation.
    pub add: u32,
    /// After a renewal.
    pub renew: u32,
    /// After a renewal by the server.
    pub auto_renew: u32,
    /// After a transfer.
    pub transfer: u32,
}

impl Default for GracePolicy {
    fn default() -> Self {
        Self { add: 5, renew: 5, auto_renew: 45, transfer: 5 }
    }
}

/// What becomes of deleted registrations, in days (RFC 3915 section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RedemptionPolicy {
    /// How long they can be restored. Zero: they are gone at once.
    pub days: u32,
    /// How long the name then stays blocked.
    pub pending_delete: u32,
    /// Whether a restoration needs a report.
    pub report: bool,
    /// How many days there are to send it; without it the registration is back in redemption.
    pub report_days: u32,
}

impl Default for RedemptionPolicy {
    fn default() -> Self {
        Self { days: 30, pending_delete: 5, report: true, report_days: 7 }
    }
}

/// What the server does when the losing sponsor of a transfer does not answer in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeOut {
    /// It approves.
    #[default]
    Approve,
    /// It cancels.
    Cancel,
}

/// Transfers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TransferPolicy {
    /// Days the losing sponsor has to answer. Zero: a transfer with the right authInfo is done at once.
    pub days: u32,
    /// What happens after that.
    pub time_out: TimeOut,
    /// Years that a transfer adds.
    pub years: u32,
    /// Days after a creation or transfer in which no transfer may be asked for.
    pub lock_days: u32,
    /// Days before the expiry in which no transfer may be asked for; zero: none. After the expiry none may anyway
    /// where this is set.
    pub closed_days: u32,
}

impl Default for TransferPolicy {
    fn default() -> Self {
        Self { days: 5, time_out: TimeOut::Approve, years: 1, lock_days: 0, closed_days: 0 }
    }
}

fn domain_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DomainName, D::Error> {
    let text = String::deserialize(deserializer)?;
    DomainName::parse(&text).map_err(|refusal| D::Error::custom(refusal.reason()))
}

fn labels<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeSet<String>, D::Error> {
    let texts = BTreeSet::<String>::deserialize(deserializer)?;
    texts.iter().map(|text| label(text).map_err(D::Error::custom)).collect()
}

fn label(text: &str) -> Result<String, String> {
    let name = DomainName::parse(text).map_err(|refusal| refusal.reason())?;
    match name.split_first() {
        None => Ok(name.to_string()),
        Some(_) => Err(format!("{text:?} is more than one label")),
    }
}

const fn name_servers() -> Span {
    Span::new(0, 13)
}

const fn dnssec_records() -> u32 {
    8
}

const fn shortest_authinfo() -> usize {
    6
}
