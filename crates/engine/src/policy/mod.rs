//! What each zone (TLD) allows, as data. A zone is a TOML file in `policies/`; there is no code for any one zone.

mod barred;
mod certificate;
mod characters;
mod contact;
mod dns;
mod exchange;
mod idn;
mod life;
mod mail;
mod nsset;
mod postal_code;
mod premium;
mod price;
mod privacy;
mod protection;
mod registry;
mod span;
mod zone;

pub use barred::BarredNames;
pub use certificate::{CertificatePolicy, Product, Validation};
pub use characters::Characters;
pub use contact::{ContactRules, HandleChoice};
pub use dns::DnsRules;
pub use exchange::{ExchangeRate, ExchangeRates};
pub use idn::IdnTable;
pub use life::{ExpiryPolicy, GracePolicy, RedemptionPolicy, TradePolicy, TransferPolicy};
pub use mail::{Allowance, MailPolicy};
pub use nsset::NssetPolicy;
pub use postal_code::PostalCodes;
pub use premium::{Premium, Tier};
pub use price::{PriceList, Priced};
pub use privacy::{PrivacyPolicy, StandIn};
pub use protection::{PlanPrices, ProtectionPolicy};
pub use registry::{DataQualityPolicy, DeletePolicy, RestPolicy, TagPolicy, UsagePolicy};
pub use span::Span;
pub use zone::{Authority, ContactPolicy, DnssecForm, HostForm, IdnPolicy, LabelPolicy, TermPolicy, Zone};

use std::{collections::BTreeMap, sync::Arc};

use crate::{model::DomainName, ports::store::Kind};

/// The policies of all zones, and the house rules that belong to no zone.
#[derive(Clone, Debug, Default)]
pub struct Policies {
    /// By their names, the shorter first: most names that are looked for are told from most zones by their length.
    zones: Vec<(Box<str>, Arc<Zone>)>,
    /// Rules for objects that lie in no zone, and limits on requests.
    pub house: HouseRules,
    /// The protection service.
    pub protection: Arc<ProtectionPolicy>,
    /// Mail hosting.
    pub mail: Arc<MailPolicy>,
    /// Privacy.
    pub privacy: Arc<PrivacyPolicy>,
    /// Certificates.
    pub certificates: Arc<CertificatePolicy>,
    /// How currencies stand to one another.
    pub exchange: Arc<ExchangeRates>,
}

/// Rules that belong to no zone.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HouseRules {
    /// How many objects one check may name.
    pub longest_check: usize,
    /// How many addresses a host may have.
    pub most_host_addresses: usize,
    /// The shortest authInfo that may be set on a contact, in characters.
    pub shortest_authinfo: usize,
    /// Days a losing sponsor has to answer the transfer of a contact.
    pub contact_transfer_days: u32,
    /// For how many days the name of a deleted contact or set of name servers rests, where a zone's policy wants that.
    pub quarantine_days: u32,
    /// How many minutes lie between two letters with the authInfo of one object.
    pub letter_pause_minutes: u32,
    /// How many logins may fail within an hour from one address, whatever the names; 0: any number. Then none is heard
    /// from there until the hour is over.
    pub failed_logins_per_address: u32,
    /// DNS zones.
    pub dns: DnsRules,
}

impl Default for HouseRules {
    fn default() -> Self {
        Self {
            longest_check: 50,
            most_host_addresses: 13,
            shortest_authinfo: 6,
            contact_transfer_days: 5,
            quarantine_days: 60,
            letter_pause_minutes: 10,
            failed_logins_per_address: 100,
            dns: DnsRules::default(),
        }
    }
}

/// Where a name stands among the zones.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// Exactly one label under a zone: it can be registered there.
    Registrable(&'a Arc<Zone>),
    /// Deeper in a zone: hosts can lie there.
    Below(&'a Arc<Zone>),
    /// A zone itself.
    Apex(&'a Arc<Zone>),
    /// In none of the zones.
    Elsewhere,
}

impl Policies {
    /// The policies of some zones under the given house rules.
    pub fn new(zones: impl IntoIterator<Item = Zone>, house: HouseRules) -> Self {
        let named = |zone: Zone| (zone.name.as_str().into(), Arc::new(zone));
        let zones: BTreeMap<Box<str>, _> = zones.into_iter().map(named).collect();
        let mut zones: Vec<_> = zones.into_iter().collect();
        // Stable, so those of one length stay in the order of their names.
        zones.sort_by_key(|(name, _)| name.len());
        Self { zones, house, ..Self::default() }
    }

    /// The same, with a protection service.
    #[must_use]
    pub fn with_protection(self, policy: ProtectionPolicy) -> Self {
        Self { protection: Arc::new(policy), ..self }
    }

    /// The same, with mail hosting.
    #[must_use]
    pub fn with_mail(self, policy: MailPolicy) -> Self {
        Self { mail: Arc::new(policy), ..self }
    }

    /// The same, with privacy for sale.
    #[must_use]
    pub fn with_privacy(self, policy: PrivacyPolicy) -> Self {
        Self { privacy: Arc::new(policy), ..self }
    }

    /// The same, with certificates for sale.
    #[must_use]
    pub fn with_certificates(self, policy: CertificatePolicy) -> Self {
        Self { certificates: Arc::new(policy), ..self }
    }

    /// The same, with rates of exchange.
    #[must_use]
    pub fn with_exchange(self, rates: ExchangeRates) -> Self {
        Self { exchange: Arc::new(rates), ..self }
    }

    /// The zone with a name.
    pub fn zone(&self, name: &DomainName) -> Option<&Arc<Zone>> {
        self.named(name.as_str())
    }

    /// All zones, in the order of their names.
    pub fn zones(&self) -> impl Iterator<Item = &Arc<Zone>> {
        let by_name: BTreeMap<_, _> = self.zones.iter().map(|(name, zone)| (name, zone)).collect();
        by_name.into_values()
    }

    /// Whether the names of deleted contacts, or of sets of name servers, rest for a while.
    pub fn heed_quarantine(&self, kind: Kind) -> bool {
        let barred = |(_, zone): &(_, Arc<Zone>)| match kind {
            Kind::FormerContact => zone.contact.barred.quarantine,
            Kind::FormerNsset => zone.nssets.as_ref().is_some_and(|nssets| nssets.barred.quarantine),
            Kind::Domain | Kind::Host | Kind::Contact | Kind::Nsset => false,
        };
        self.house.quarantine_days > 0 && self.zones.iter().any(barred)
    }

    /// Where a name stands: under the longest zone that holds it.
    pub fn place(&self, name: &DomainName) -> Place<'_> {
        let text = name.as_str();
        if let Some(zone) = self.named(text) {
            return Place::Apex(zone);
        }
        let dots = text.bytes().enumerate().filter(|(_, byte)| *byte == b'.');
        for (depth, tail) in dots.map(|(dot, _)| &text[dot + 1..]).enumerate() {
            match self.named(tail) {
                Some(zone) if depth == 0 => return Place::Registrable(zone),
                Some(zone) => return Place::Below(zone),
                None => {}
            }
        }
        Place::Elsewhere
    }

    fn named(&self, name: &str) -> Option<&Arc<Zone>> {
        // The longest stands last. Nearly every name that is looked for is longer than any zone.
        if self.zones.last().is_none_or(|(longest, _)| longest.len() < name.len()) {
            return None;
        }
        let order = |known: &str| known.len().cmp(&name.len()).then_with(|| known.cmp(name));
        let place = self.zones.binary_search_by(|(known, _)| order(known)).ok()?;
        Some(&self.zones[place].1)
    }

    /// The name under which a domain would have to be registered for a host of this name to lie inside it.
    pub fn superordinate(&self, host: &DomainName) -> Option<DomainName> {
        match self.place(host) {
            Place::Registrable(_) => Some(host.clone()),
            Place::Below(zone) => host.child_of(zone.name.as_str()),
            Place::Apex(_) | Place::Elsewhere => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> Zone {
        Zone::parse(&format!("name = \"{name}\"")).unwrap()
    }

    #[test]
    fn the_longest_zone_decides() {
        let policies = Policies::new([zone("uk"), zone("co.uk")], HouseRules::default());
        let place = |text: &str| match policies.place(&DomainName::parse(text).unwrap()) {
            Place::Registrable(zone) => format!("in {}", zone.name),
            Place::Below(zone) => format!("below {}", zone.name),
            Place::Apex(zone) => format!("apex {}", zone.name),
            Place::Elsewhere => "elsewhere".into(),
        };
        assert_eq!(place("shop.uk"), "in uk");
        assert_eq!(place("shop.co.uk"), "in co.uk");
        assert_eq!(place("ns.shop.co.uk"), "below co.uk");
        assert_eq!(place("co.uk"), "apex co.uk");
        assert_eq!(place("shop.test"), "elsewhere");
        let host = DomainName::parse("a.b.shop.co.uk").unwrap();
        assert_eq!(policies.superordinate(&host).unwrap().as_str(), "shop.co.uk");
    }
}
