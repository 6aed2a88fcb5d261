//! New values for the SOA record of a zone.

use outcomes::{Field, Outcome};

use crate::{
    Findings, Refusal, Refusals,
    model::{DomainName, Soa},
    policy::DnsRules,
};

/// What becomes of a SOA record. What is `None` stays; times are in seconds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SoaChange {
    /// The mailbox of whoever is responsible, its `@` written as a dot.
    pub rname: Option<DomainName>,
    /// How often secondaries ask for a new version.
    pub refresh: Option<u32>,
    /// How soon they ask again if they got no answer.
    pub retry: Option<u32>,
    /// How long they answer without having been answered.
    pub expire: Option<u32>,
    /// How long it may be remembered that something does not exist.
    pub minimum: Option<u32>,
}

impl SoaChange {
    /// Whether nothing is to be changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Notes the times that are too short or too long.
    pub(super) fn check(&self, rules: &DnsRules, findings: &mut Findings) {
        let times = [
            (Field::DnsRefresh, self.refresh),
            (Field::DnsRetry, self.retry),
            (Field::DnsExpire, self.expire),
            (Field::DnsMinimum, self.minimum),
        ];
        for (field, seconds) in times.into_iter().filter_map(|(field, time)| Some((field, time?))) {
            if !rules.soa_times.holds(seconds as usize) {
                let reason = format_args!("it is outside the range {}", rules.soa_times);
                findings.add(refused(field, seconds).fact("reason", reason));
            }
        }
    }

    /// The values as they are from now on.
    ///
    /// # Errors
    /// `dns_soa_refused` where secondaries would give the zone up before they had asked for it twice (RFC 1912
    /// section 2.2).
    pub(super) fn applied(&self, old: &Soa) -> Result<Soa, Refusals> {
        let new = Soa {
            mname: old.mname.clone(),
            rname: self.rname.as_ref().unwrap_or(&old.rname).clone(),
            refresh: self.refresh.unwrap_or(old.refresh),
            retry: self.retry.unwrap_or(old.retry),
            expire: self.expire.unwrap_or(old.expire),
            minimum: self.minimum.unwrap_or(old.minimum),
            ttl: old.ttl,
        };
        let asked_twice = new.refresh.saturating_add(new.retry);
        if new.expire > asked_twice {
            return Ok(new);
        }
        let reason =
            format_args!("it is not longer than refresh and retry together, which are {asked_twice}");
        Err(refused(Field::DnsExpire, new.expire).fact("reason", reason).into())
    }
}

fn refused(field: Field, seconds: u32) -> Refusal {
    Refusal::new(Outcome::DnsSoaRefused).at(field).value(seconds)
}
