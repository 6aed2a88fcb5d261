//! What an account says of itself once and for all: how it wants its domains, and which zones it sells.

use super::{Delegation, DomainName, HostAttribute, Period, RenewalMode};

/// How an account wants the domains that it registers, where the request does not say it. Only protocols that know of such
/// preferences look at them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// For how long names are registered and renewed.
    pub period: Period,
    /// What happens at the end of a registration; `None` leaves it to the zone's policy.
    pub renewal: Option<RenewalMode>,
    /// Whether domains are locked against transfers.
    pub is_locked: bool,
    /// Whether domains have the name servers of the house.
    pub uses_house: bool,
    /// The name servers otherwise; none at all is a choice too.
    pub servers: Vec<DomainName>,
    /// Whether privacy is bought with each domain that can have it.
    pub buys_privacy: bool,
    /// Whether that renews itself.
    pub renews_privacy: bool,
    /// Whether domains can be transferred at once after their holder changed, in zones that otherwise keep them for a while.
    pub opts_out: bool,
}

/// Those of an account that never said any.
impl Default for Preferences {
    fn default() -> Self {
        Self {
            period: Period::YEAR,
            renewal: None,
            is_locked: true,
            uses_house: false,
            servers: Vec::new(),
            buys_privacy: false,
            renews_privacy: false,
            opts_out: false,
        }
    }
}

impl Preferences {
    /// The name servers of a domain for which none are named. Without any it is no list, which some zones do not take.
    pub fn delegation(&self) -> Delegation {
        if self.uses_house {
            return Delegation::House;
        }
        if self.servers.is_empty() {
            return Delegation::default();
        }
        let server = |name: &DomainName| HostAttribute { name: name.clone(), addresses: Vec::new() };
        Delegation::Listed(self.servers.iter().map(server).collect())
    }
}

/// The zones that an account sells. It has to do with what its lists show, not with what it may.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assortment {
    /// By name; none means all that there are.
    pub zones: Vec<DomainName>,
}

impl Assortment {
    /// Whether a zone is among them.
    pub fn sells(&self, zone: &DomainName) -> bool {
        self.zones.is_empty() || self.zones.contains(zone)
    }
}
