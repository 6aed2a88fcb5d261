//! Registered domains.

use super::{
    AccountId, AuthInfoDigest, ContactId, DnssecData, DomainId, DomainName, Handle, HostAddress, HostId,
    Instant, NssetId, NssetName, Statuses, TimeOut,
};

/// A registered domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    /// Its id, never used again, not even for a later registration of the same name.
    pub id: DomainId,
    /// Its name, unique.
    pub name: DomainName,
    /// The zone it is registered in, such as `test` or `co.uk`.
    pub zone: DomainName,
    /// Who may change it.
    pub sponsor: AccountId,
    /// Who created it.
    pub creator: AccountId,
    /// When it was created.
    pub created_at: Instant,
    /// Who changed it last.
    pub updater: Option<AccountId>,
    /// When it was changed last.
    pub updated_at: Option<Instant>,
    /// When the registration ends.
    pub expires_at: Instant,
    /// What happens at its expiry, if its sponsor chose; otherwise what the zone says.
    pub renewal: Option<RenewalMode>,
    /// What becomes of a transfer that its sponsor does not answer in time, if that one chose; otherwise what the zone
    /// says.
    pub time_out: Option<TimeOut>,
    /// When it last came to a new sponsor.
    pub transferred_at: Option<Instant>,
    /// Statuses that are stored; `ok` and `inactive` are computed.
    pub statuses: Statuses,
    /// What is kept of the authInfo, if one is set.
    pub authinfo: Option<AuthInfoDigest>,
    /// The set of name servers it is delegated to, if it is to one.
    pub nsset: Option<NssetId>,
    /// Name servers as attributes, in zones without host objects.
    pub host_attributes: Vec<HostAttribute>,
    /// DS or key data.
    pub dnssec: DnssecData,
    /// Grace periods that were opened. Those that are over are kept until the next change and never reported.
    pub grace: Vec<GracePeriod>,
    /// Set from the deletion of a registration that can still be restored.
    pub redemption: Option<Redemption>,
}

impl Domain {
    /// Notes which client changed it, and when. What the server does by itself is no client's change.
    pub fn touch(&mut self, by: AccountId, at: Instant) {
        if by != AccountId::SERVER {
            (self.updater, self.updated_at) = (Some(by), Some(at));
        }
    }

    /// The grace periods that are open at a moment.
    pub fn open_grace(&self, at: Instant) -> impl Iterator<Item = &GracePeriod> {
        self.grace.iter().filter(move |grace| at < grace.ends_at())
    }

    /// Opens a grace period and forgets those that are over.
    pub fn open(&mut self, grace: GracePeriod, at: Instant) {
        self.grace.retain(|open| at < open.ends_at());
        self.grace.push(grace);
    }
}

/// What happens at the expiry of a registration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RenewalMode {
    /// The server renews it by a year, if the sponsor can pay.
    #[default]
    Automatic,
    /// It ends unless the sponsor renews it.
    Explicit,
    /// The server renews it by a year this time. From then on it is explicit.
    Once,
    /// The server deletes it in the moment it expires.
    Delete,
}

impl RenewalMode {
    /// Every mode.
    pub const ALL: [Self; 4] = [Self::Automatic, Self::Explicit, Self::Once, Self::Delete];

    /// The name in policies and in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Automatic => "automatic",
            Self::Explicit => "explicit",
            Self::Once => "once",
            Self::Delete => "delete",
        }
    }

    /// The mode with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }

    /// Whether the server renews at the next expiry.
    pub const fn renews(self) -> bool {
        matches!(self, Self::Automatic | Self::Once)
    }
}

/// A time in which an operation can be undone for its price (RFC 3915 section 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GracePeriod {
    /// After the creation.
    Add {
        /// When it ends.
        until: Instant,
    },
    /// After a renewal asked for by the sponsor.
    Renew {
        /// When it ends.
        until: Instant,
    },
    /// After a renewal made by the server at expiry.
    AutoRenew {
        /// When it ends.
        until: Instant,
    },
    /// After a transfer.
    Transfer {
        /// When it ends.
        until: Instant,
    },
}

impl GracePeriod {
    /// The moment from which it no longer holds.
    pub const fn ends_at(self) -> Instant {
        match self {
            Self::Add { until }
            | Self::Renew { until }
            | Self::AutoRenew { until }
            | Self::Transfer { until } => until,
        }
    }
}

/// What happens to a deleted registration until its name is free (RFC 3915 section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Redemption {
    /// When it was deleted.
    pub deleted_at: Instant,
    /// Until then it can be restored.
    pub redeemable_until: Instant,
    /// When the name becomes free.
    pub purge_at: Instant,
    /// Set while a restore waits for its report: when it was asked for.
    #[serde(default)]
    pub restore_requested_at: Option<Instant>,
}

impl Redemption {
    /// What comes after a deletion: so many days to restore it, then so many in which the name stays blocked.
    pub fn begin(deleted_at: Instant, days: u32, pending_delete: u32) -> Self {
        let redeemable_until = deleted_at.plus_days(days.into());
        let purge_at = redeemable_until.plus_days(pending_delete.into());
        Self { deleted_at, redeemable_until, purge_at, restore_requested_at: None }
    }

    /// The same after a restoration whose report did not come by `now`: what was left of the time to restore it when
    /// the restoration was asked for begins to run again, and the name stays blocked as long as ever.
    #[must_use]
    pub fn resumed(self, now: Instant) -> Self {
        let Some(requested_at) = self.restore_requested_at else { return self };
        let waited = now.millis().saturating_sub(requested_at.millis());
        let (redeemable_until, purge_at) =
            (self.redeemable_until.plus_millis(waited), self.purge_at.plus_millis(waited));
        Self { redeemable_until, purge_at, restore_requested_at: None, ..self }
    }
}

/// In which role a contact serves a domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum Role {
    /// The holder of the registration.
    Registrant,
    /// Administrative contact.
    Admin,
    /// Technical contact.
    Tech,
    /// Billing contact.
    Billing,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 4] = [Self::Registrant, Self::Admin, Self::Tech, Self::Billing];

    /// The role's name, as the standard writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Registrant => "registrant",
            Self::Admin => "admin",
            Self::Tech => "tech",
            Self::Billing => "billing",
        }
    }

    /// The role with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// A contact that serves a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedContact {
    /// In which role.
    pub role: Role,
    /// Which contact.
    pub id: ContactId,
    /// The contact's handle.
    pub handle: Handle,
}

/// A host that a domain is delegated to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedHost {
    /// Which host.
    pub id: HostId,
    /// The host's name.
    pub name: DomainName,
}

/// What a domain is linked to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DomainLinks {
    /// Its contacts.
    pub contacts: Vec<LinkedContact>,
    /// The host objects it is delegated to.
    pub hosts: Vec<LinkedHost>,
}

/// A name server as an attribute of its domain (RFC 5731 section 1.1), with glue if it lies inside the domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostAttribute {
    /// The server's name.
    pub name: DomainName,
    /// Its addresses.
    pub addresses: Vec<HostAddress>,
}

/// The name servers that a request names, in the form the zone's policy asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delegation {
    /// Host objects, by name.
    Hosts(Vec<DomainName>),
    /// Host attributes.
    Attributes(Vec<HostAttribute>),
    /// A set of name servers, by name.
    Nsset(NssetName),
    /// Servers in the form that the zone keeps: host objects that do not exist are made.
    Listed(Vec<HostAttribute>),
    /// The servers that this system offers, in the form that the zone keeps.
    House,
}

impl Delegation {
    /// Whether nothing is named.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Hosts(names) => names.is_empty(),
            Self::Attributes(attributes) => attributes.is_empty(),
            Self::Listed(servers) => servers.is_empty(),
            Self::Nsset(_) | Self::House => false,
        }
    }

    /// The host objects it names.
    pub fn hosts(&self) -> &[DomainName] {
        match self {
            Self::Hosts(names) => names,
            _ => &[],
        }
    }

    /// The host attributes it names.
    pub fn attributes(&self) -> &[HostAttribute] {
        match self {
            Self::Attributes(attributes) => attributes,
            _ => &[],
        }
    }
}

impl Default for Delegation {
    fn default() -> Self {
        Self::Hosts(Vec::new())
    }
}
