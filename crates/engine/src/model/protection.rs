//! The protection service: a name whose visitors come through a protecting network.

use std::net::IpAddr;

use outcomes::{Field, Outcome};

use super::{
    AccountId, Asked, CustomerId, Cycle, DomainName, Instant, OperationId, Plan, ProtectionId,
    ProtectionRule, SealedSecret,
};
use crate::Refusal;

/// How visitors of a name are led to the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProtectionMode {
    /// By name servers of the network.
    Ns,
    /// By an alias.
    Cname,
}

impl ProtectionMode {
    /// The name used in requests and in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ns => "ns",
            Self::Cname => "cname",
        }
    }

    /// The mode with a name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Ns, Self::Cname].into_iter().find(|mode| mode.name() == name)
    }

    /// The mode that a request names.
    ///
    /// # Errors
    /// `mode_refused`.
    pub fn requested(text: &str) -> Result<Self, Refusal> {
        let refused = || Refusal::new(Outcome::ModeRefused).at(Field::Mode).value(text);
        Self::parse(text).ok_or_else(|| refused().fact("reason", "it is neither ns nor cname"))
    }
}

/// What a template hands on.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ProtectionSettings {
    /// The servers behind the network.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub upstreams: Vec<IpAddr>,
    /// How visitors are treated, the first rule that fits first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<ProtectionRule>,
}

/// Where a service stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProtectionState {
    /// Paid, and to be set up by the network.
    Requested,
    /// Set up and paid.
    Running,
    /// Set up, and its next term could not be paid yet.
    Unpaid,
}

impl ProtectionState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Requested, Self::Running, Self::Unpaid];

    /// The name used in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Running => "running",
            Self::Unpaid => "unpaid",
        }
    }

    /// The state with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// How often something was done since a moment, for what may be done so often within a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// When the span began.
    pub since: Instant,
    /// How often since.
    pub count: u32,
}

impl Tally {
    /// Nothing was done yet.
    pub const fn from(since: Instant) -> Self {
        Self { since, count: 0 }
    }

    /// The tally with one more; `None` if that is more than `most` within `span` milliseconds.
    #[must_use]
    pub const fn counted(self, now: Instant, span: i64, most: u32) -> Option<Self> {
        let tally = if now.millis() - self.since.millis() >= span { Self::from(now) } else { self };
        if tally.count >= most { None } else { Some(Self { count: tally.count + 1, ..tally }) }
    }
}

/// A protection service. There is one for a name, whoever's it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protection {
    /// Its id.
    pub id: ProtectionId,
    /// The protected name.
    pub name: DomainName,
    /// Whose it is.
    pub account: AccountId,
    /// When it was ordered.
    pub created_at: Instant,
    /// Where it stands.
    pub state: ProtectionState,
    /// What it can do.
    pub plan: Plan,
    /// For how long it is paid at a time.
    pub cycle: Cycle,
    /// When the term that is paid ends; for one that is not set up yet, when it would if it were now.
    pub expires_at: Instant,
    /// How visitors are led to the network.
    pub mode: ProtectionMode,
    /// What a template of it hands on.
    pub settings: ProtectionSettings,
    /// Whether other services can be given its settings.
    pub is_template: bool,
    /// How often its settings were given to others.
    pub uses: Tally,
    /// How often the network's copies were dropped.
    pub purges: Tally,
    /// Whether the name's DNS points to the network by our doing.
    pub dns_set: bool,
    /// Whether the account wants its DNS overwritten, although it stored no token.
    pub force_dns: bool,
    /// What permits the network to change the name's DNS, wherever that is kept.
    pub dns_token: Option<SealedSecret>,
    /// The operation that paid for the present term.
    pub paid_by: OperationId,
    /// The request for it, until it is set up.
    pub asked: Option<Asked>,
}

/// What the network has on record for a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkRecord {
    /// Whose it is there.
    pub customer: CustomerId,
    /// The name.
    pub name: DomainName,
    /// The service that it was made for; `None` if it was made at the network itself.
    pub service: Option<ProtectionId>,
    /// The plan.
    pub plan: Plan,
    /// When it ends.
    pub expires_at: Instant,
    /// How visitors come.
    pub mode: ProtectionMode,
    /// The servers behind it and the rules.
    pub settings: ProtectionSettings,
    /// When the name's DNS was last pointed to the network.
    pub dns_set_at: Option<Instant>,
    /// When its copies were last dropped.
    pub purged_at: Option<Instant>,
}

/// An account that was invited to another's service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The service.
    pub protection: ProtectionId,
    /// Who was invited.
    pub guest: AccountId,
    /// When.
    pub at: Instant,
    /// Whether it accepted. An invitation that was declined is gone.
    pub accepted: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mode_is_ns_or_cname() {
        assert_eq!(ProtectionMode::requested("cname"), Ok(ProtectionMode::Cname));
        for bad in ["", "NS", "proxy"] {
            assert_eq!(ProtectionMode::requested(bad).unwrap_err().outcome, Outcome::ModeRefused, "{bad}");
        }
    }

    #[test]
    fn a_tally_is_full_until_its_span_is_over() {
        let start = Instant::from_millis(0);
        let mut tally = Tally::from(start);
        for _ in 0..2 {
            tally = tally.counted(start.plus_millis(5), 10, 2).unwrap();
        }
        assert_eq!(tally.counted(start.plus_millis(9), 10, 2), None);
        assert_eq!(tally.counted(start.plus_millis(10), 10, 2).unwrap().count, 1);
        assert_eq!(Tally::from(start).counted(start, 10, 0), None);
    }
}
