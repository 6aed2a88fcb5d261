//! A zone's policy.

use std::collections::{BTreeMap, BTreeSet};

use outcomes::Outcome;
use serde::{Deserialize, Deserializer, de::Error};

use super::{
    ContactRules, ExpiryPolicy, GracePolicy, IdnTable, NssetPolicy, Premium, PriceList, RedemptionPolicy,
    RestPolicy, Span, TagPolicy, TradePolicy, TransferPolicy, UsagePolicy,
};
use crate::{
    Refusal,
    model::{DomainName, Handle, RegistrantType, Role},
};

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
    /// What a contact has to say.
    #[serde(default)]
    pub contact: ContactRules,
    /// Sets of name servers, if domains can be delegated to such.
    #[serde(default)]
    pub nssets: Option<NssetPolicy>,
    /// Whether authInfos are made anew and sent by e-mail when an account asks for that.
    #[serde(default)]
    pub mails_authinfo: bool,
    /// Days in which a registrant has to confirm an e-mail address that its sponsor does not know to be good; zero: nobody is
    /// asked. Nothing happens to domains whose registrant does not.
    #[serde(default)]
    pub address_days: u32,
    /// How long registrations run.
    #[serde(default)]
    pub term: TermPolicy,
    /// What labels may look like.
    #[serde(default)]
    pub label: LabelPolicy,
    /// Labels that are kept out of registration, in canonical form however the file writes them.
    #[serde(default, deserialize_with = "labels")]
    pub reserved: BTreeSet<String>,
    /// Labels that nobody may have.
    #[serde(default, deserialize_with = "labels")]
    pub blocked: BTreeSet<String>,
    /// Labels that the registry uses itself.
    #[serde(default, deserialize_with = "labels")]
    pub kept: BTreeSet<String>,
    /// Labels that are not given out, and no reason is told.
    #[serde(default, deserialize_with = "labels")]
    pub withheld: BTreeSet<String>,
    /// Internationalised names.
    #[serde(default)]
    pub idn: IdnPolicy,
    /// Whether the public can be shown a stand-in in the place of the people of a domain. It cannot where the registry decides
    /// itself what is shown of whom.
    #[serde(default = "yes")]
    pub privacy: bool,
    /// How DNSSEC data is given.
    #[serde(default)]
    pub dnssec: DnssecForm,
    /// How many DNSSEC records a domain may have.
    #[serde(default = "dnssec_records")]
    pub most_dnssec_records: u32,
    /// The shortest authInfo that may be set, in characters.
    #[serde(default = "shortest_authinfo")]
    pub shortest_authinfo: usize,
    /// Whether nobody changes or deletes a domain that the server put on hold.
    #[serde(default)]
    pub hold_freezes: bool,
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
    /// Trades.
    #[serde(default)]
    pub trade: TradePolicy,
    /// Releases, if registrars are tags here.
    #[serde(default)]
    pub tags: Option<TagPolicy>,
    /// How much a registrar may ask within a day.
    #[serde(default)]
    pub usage: UsagePolicy,
    /// When no changes are taken.
    #[serde(default)]
    pub rest: Option<RestPolicy>,
    /// Zones in which the holder of the same label has the right to the name here, the oldest right first.
    #[serde(default, deserialize_with = "domain_names")]
    pub rights: Vec<DomainName>,
    /// The type of registrant that the zone is for, if it is for one.
    #[serde(default)]
    pub registrant_type: Option<RegistrantType>,
    /// Days after which the registry decides about a registration; `None`: at once, by these rules alone.
    #[serde(default)]
    pub referral_days: Option<u32>,
    /// Prices, by currency; in each of them everything has one.
    #[serde(default, deserialize_with = "PriceList::complete")]
    pub prices: PriceList,
    /// Price lists for the accounts that have one of this name. What a list leaves out has the price above.
    #[serde(default)]
    pub price_lists: BTreeMap<String, PriceList>,
    /// Names with prices of their own, which go before all lists.
    #[serde(default)]
    pub premium: Premium,
}

impl Zone {
    /// Reads a policy file.
    ///
    /// # Errors
    /// What is wrong in the file and where, for the operator.
    pub fn parse(text: &str) -> Result<Self, String> {
        let zone: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        // A domain that leaves its set keeps the servers of it, with their addresses.
        if zone.nssets.is_some() && zone.hosts != HostForm::Attributes {
            return Err("a zone with nssets has hosts = \"attributes\"".to_owned());
        }
        Ok(zone)
    }

    /// Whether names have contacts.
    pub fn has_contacts(&self) -> bool {
        Role::ALL.into_iter().any(|role| self.contacts.of(role).most > 0)
    }

    /// Whether the registry tells registrants apart by type: one whose registrars are tags does, and one that is for a type.
    pub const fn tells_types(&self) -> bool {
        self.tags.is_some() || self.registrant_type.is_some()
    }

    /// Reads a handle as clients of this zone write it.
    ///
    /// # Errors
    /// `handle_malformed`, `handle_form_refused`.
    pub fn handle(&self, text: &str) -> Result<Handle, Refusal> {
        let rules = &self.contact;
        let handle =
            if rules.handle_capitals { Handle::parse(&text.to_uppercase()) } else { Handle::parse(text) }?;
        if rules.takes_handle(handle.as_str()) {
            return Ok(handle);
        }
        let characters =
            rules.handle_characters.as_ref().map_or_else(|| "any kind".to_owned(), ToString::to_string);
        let refusal = Refusal::new(Outcome::HandleFormRefused).value(text).fact("zone", &self.name);
        Err(refusal.fact("range", rules.handle_length).fact("characters", characters))
    }

    /// Why a label is kept out of registration, if it is: `name_withheld`, `name_blocked`, `name_reserved`, `name_kept`.
    pub fn bar(&self, label: &str) -> Option<Outcome> {
        let lists = [
            (&self.withheld, Outcome::NameWithheld),
            (&self.blocked, Outcome::NameBlocked),
            (&self.reserved, Outcome::NameReserved),
            (&self.kept, Outcome::NameKept),
        ];
        lists.into_iter().find(|(list, _)| list.contains(label)).map(|(_, why)| why)
    }

    /// Whether what the server deleted, because it was not renewed, can be restored.
    pub const fn redeems_lapsed(&self) -> bool {
        self.expiry.redemption && self.redemption.days > 0
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
    /// How many characters a name has at most as a whole.
    pub longest_name: usize,
}

impl Default for LabelPolicy {
    fn default() -> Self {
        Self { length: Span::new(1, 63), longest_name: 253 }
    }
}

/// Internationalised names: none without a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IdnPolicy {
    /// A label has to fit one of these as a whole.
    pub tables: Vec<IdnTable>,
}

pub(super) fn domain_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DomainName, D::Error> {
    let text = String::deserialize(deserializer)?;
    DomainName::parse(&text).map_err(|refusal| D::Error::custom(refusal.reason()))
}

pub(super) fn domain_names<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<DomainName>, D::Error> {
    let texts = Vec::<String>::deserialize(deserializer)?;
    let parse = |text: &String| DomainName::parse(text).map_err(|refusal| D::Error::custom(refusal.reason()));
    texts.iter().map(parse).collect()
}

pub(super) fn labels<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeSet<String>, D::Error> {
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

const fn yes() -> bool {
    true
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
