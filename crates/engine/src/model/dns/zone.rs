//! DNS zones.

use outcomes::Outcome;

use super::{Axfr, DnsSource, Serial, Soa};
use crate::{
    Refusal,
    model::{AccountId, DnsZoneId, DomainName, Handle, Instant},
};

/// A DNS zone. It belongs to the account that added it, whoever registered the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DnsZone {
    /// Its id, never used again, not even for a later zone of the same name.
    pub id: DnsZoneId,
    /// Its name, unique among DNS zones.
    pub name: DomainName,
    /// Who may see and change it.
    pub owner: AccountId,
    /// Where its records come from.
    pub kind: DnsZoneKind,
    /// Whether the name servers answer for it.
    pub state: DnsZoneState,
    /// Whether it may be changed.
    pub lock: DnsLock,
    /// How it is signed.
    pub signing: DnsSigning,
    /// The values of its SOA record. Those of a secondary zone are its primary's.
    pub soa: Soa,
    /// The name servers of a primary zone, in order.
    pub name_servers: Vec<DomainName>,
    /// The serial of what is published.
    pub serial: Serial,
    /// How many rows a primary zone has, or how many records a secondary one was sent.
    pub rows: u32,
    /// Whether something was changed since the last commit.
    pub changed: bool,
    /// Whether changes are published by themselves after a while.
    pub auto_commit: bool,
    /// When it was added.
    pub added_at: Instant,
    /// When its rows were changed last.
    pub changed_at: Option<Instant>,
    /// When its rows were committed last.
    pub committed_at: Option<Instant>,
    /// When the name servers last had another version.
    pub reloaded_at: Option<Instant>,
    /// When it was switched off last.
    pub disabled_at: Option<Instant>,
    /// When it was switched on last.
    pub enabled_at: Option<Instant>,
    /// When it was deleted.
    pub deleted_at: Option<Instant>,
}

impl DnsZone {
    /// Its type.
    pub const fn zone_type(&self) -> DnsZoneType {
        match self.kind {
            DnsZoneKind::Primary(_) => DnsZoneType::Primary,
            DnsZoneKind::Secondary(_) => DnsZoneType::Secondary,
        }
    }

    /// Whether the name servers answer for it: it is switched on, and there is a version that they may answer with.
    pub fn is_answered_for(&self) -> bool {
        let expired = self.source().is_some_and(|source| source.expired);
        self.state == DnsZoneState::Active && self.reloaded_at.is_some() && !expired
    }

    /// Where a secondary zone comes from.
    pub const fn source(&self) -> Option<&DnsSource> {
        match &self.kind {
            DnsZoneKind::Primary(_) => None,
            DnsZoneKind::Secondary(source) => Some(source),
        }
    }

    /// Where a secondary zone comes from, to be changed.
    pub const fn source_mut(&mut self) -> Option<&mut DnsSource> {
        match &mut self.kind {
            DnsZoneKind::Primary(_) => None,
            DnsZoneKind::Secondary(source) => Some(source),
        }
    }

    /// Who may transfer a primary zone.
    pub const fn axfr(&self) -> Option<&Axfr> {
        match &self.kind {
            DnsZoneKind::Primary(axfr) => Some(axfr),
            DnsZoneKind::Secondary(_) => None,
        }
    }
}

/// Where a zone's records come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DnsZoneKind {
    /// From rows that its owner changes.
    Primary(Axfr),
    /// From another server.
    Secondary(DnsSource),
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident: $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$each])* $variant,)*
        }

        impl $name {
            /// The word for it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// What a word stands for; `None` if it is none of them.
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

words! {
    /// The types of zones.
    DnsZoneType {
        /// With rows of its own.
        Primary: "primary",
        /// Fetched from its primary.
        Secondary: "secondary",
    }
}

words! {
    /// Whether the name servers answer for a zone.
    DnsZoneState {
        /// They do.
        Active: "active",
        /// Its owner switched it off.
        Disabled: "disabled",
        /// It is gone. Only its name is kept for a while, so that nobody else can answer for a name whose delegation
        /// still points here.
        Deleted: "deleted",
    }
}

words! {
    /// Whether a zone may be changed.
    DnsLock {
        /// It may.
        None: "none",
        /// Its owner locked it.
        User: "user",
    }
}

impl DnsZoneType {
    /// Reads a type, in any case.
    ///
    /// # Errors
    /// `dns_zone_type_unknown`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        Self::from_name(&text.to_ascii_lowercase())
            .ok_or_else(|| Refusal::new(Outcome::DnsZoneTypeUnknown).value(text))
    }
}

/// How a zone is signed (RFC 4035).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DnsSigning {
    /// Not at all.
    #[default]
    Unsigned,
    /// With keys of this system.
    Own,
    /// With the keys of a set of keys that its owner has at the registry.
    KeySet(Handle),
}
