//! What holds for all DNS zones.

use serde::Deserialize;

use super::{
    Span,
    zone::{domain_name, domain_names},
};
use crate::model::{DomainName, Instant, Soa};

/// Rules for DNS zones. Times are in seconds where nothing else is said.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DnsRules {
    /// How many zones an account may have, unless its terms say otherwise.
    pub most_zones: u32,
    /// How many rows a zone may have, unless the terms of its account say otherwise.
    pub most_rows: u32,
    /// Whether a zone may have any name; otherwise only one that can be registered under a zone of `policies/`.
    pub any_name: bool,
    /// The servers that this system offers: those of a DNS zone that names none, the first of which is the server it comes
    /// from, and of a domain that takes what is offered.
    #[serde(deserialize_with = "domain_names")]
    pub name_servers: Vec<DomainName>,
    /// How many name servers a zone may name.
    pub most_name_servers: usize,
    /// How many addresses may be allowed to transfer a zone.
    pub most_axfr_addresses: usize,
    /// The mailbox of whoever is responsible, its `@` written as a dot.
    #[serde(deserialize_with = "domain_name")]
    pub mailbox: DomainName,
    /// How often secondaries ask for a new version.
    pub refresh: u32,
    /// How soon they ask again if they got no answer.
    pub retry: u32,
    /// How long they answer without having been answered.
    pub expire: u32,
    /// How long it may be remembered that something does not exist.
    pub minimum: u32,
    /// The times that the SOA record of a zone may have.
    pub soa_times: Span,
    /// The TTLs that rows may have.
    pub ttl: Span,
    /// The TTL of a row that names none, and of the zone's own records.
    pub default_ttl: u32,
    /// How long after the last change the rows of a zone are published by themselves.
    pub commit_seconds: u32,
    /// How soon a primary may be asked again for a zone.
    pub axfr_pause_seconds: u32,
    /// How many days the name of a deleted zone is kept for its account.
    pub keep_deleted_days: u32,
}

impl Default for DnsRules {
    fn default() -> Self {
        let host = |text: &str| DomainName::from_store(text.to_owned());
        Self {
            most_zones: 1_000,
            most_rows: 10_000,
            any_name: false,
            name_servers: ["ns1.chancery.example", "ns2.chancery.example"].map(host).into(),
            most_name_servers: 13,
            most_axfr_addresses: 20,
            mailbox: host("hostmaster.chancery.example"),
            refresh: 3_600,
            retry: 1_800,
            expire: 2_592_000,
            minimum: 3_600,
            soa_times: Span::new(60, 31_536_000),
            ttl: Span::new(300, 2_592_000),
            default_ttl: 1_800,
            commit_seconds: 300,
            axfr_pause_seconds: 60,
            keep_deleted_days: 30,
        }
    }
}

impl DnsRules {
    /// The start of authority of a new zone with some name servers.
    pub fn soa(&self, name_servers: &[DomainName]) -> Soa {
        Soa {
            mname: name_servers.first().unwrap_or(&self.mailbox).clone(),
            rname: self.mailbox.clone(),
            refresh: self.refresh,
            retry: self.retry,
            expire: self.expire,
            minimum: self.minimum,
            ttl: self.default_ttl,
        }
    }

    /// When rows that were changed last at a moment are published by themselves.
    pub fn commit_due(&self, changed_at: Instant) -> Instant {
        changed_at.plus_millis(i64::from(self.commit_seconds) * 1_000)
    }

    /// When a primary is asked again that wants to be asked after some seconds: not too soon, whatever it says.
    pub fn ask_again(&self, now: Instant, seconds: u32) -> Instant {
        let shortest = self.axfr_pause_seconds.clamp(1, LONGEST_PAUSE);
        now.plus_millis(i64::from(seconds.clamp(shortest, LONGEST_PAUSE)) * 1_000)
    }

    /// When a primary is asked again that has been silent for a while: the longer it is, the later, but every hour until
    /// its zone is given up and every day then.
    pub fn ask_the_silent(&self, now: Instant, silent_since: Instant, retry: u32, given_up: bool) -> Instant {
        let longest = if given_up { LONGEST_PAUSE } else { AN_HOUR };
        let silent_for = (now.seconds() - silent_since.seconds()).clamp(0, longest.into());
        self.ask_again(now, retry.max(u32::try_from(silent_for).unwrap_or(longest)))
    }

    /// When a zone is given up that its primary last spoke of at a moment: not before it was asked twice.
    pub fn expiry(&self, answered_at: Instant, soa: &Soa) -> Instant {
        let asked_again = self.ask_again(self.ask_again(answered_at, soa.refresh), soa.retry);
        answered_at.plus_millis(i64::from(soa.expire) * 1_000).max(asked_again)
    }

    /// When the name of a zone that was deleted at a moment is free.
    pub fn purge_due(&self, deleted_at: Instant) -> Instant {
        deleted_at.plus_days(self.keep_deleted_days.into())
    }
}

/// In seconds.
const AN_HOUR: u32 = 60 * 60;

/// A primary is asked once a day at least.
const LONGEST_PAUSE: u32 = 24 * AN_HOUR;
