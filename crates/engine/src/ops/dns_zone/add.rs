use outcomes::{Field, Operation as Name, Outcome};

use super::{
    SoaChange,
    foundation::{found, new_zone},
    name_rules,
    publication::publish,
    row_change,
    settings::{check_axfr, check_name_servers},
};
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    model::{Axfr, DnsSource, DnsZone, DnsZoneKind, DomainName, Due, Job, PrimaryAddress},
    ops::dns_row::NewDnsRow,
    policy::DnsRules,
};

/// Adds a zone, whoever registered its name and wherever. A zone of the same name that the actor deleted goes for good.
///
/// Changes: the zone and its rows. A primary one is published at once with its start of authority, name servers and
/// rows, so that it can be delegated to; the first transfer of a secondary one is due at once. Bills and notifies
/// nothing. Checks, in this order: where the name lies; the lists, times and rows; whether the name is taken; how
/// many zones the account has; each row beside those before it.
#[derive(Clone, Debug)]
pub struct Add {
    /// The name.
    pub name: DomainName,
    /// Where its records come from.
    pub kind: NewDnsZone,
    /// The name servers of a primary zone; those of the house if there are none.
    pub name_servers: Vec<DomainName>,
    /// The SOA values of a primary zone that are not those of the house.
    pub soa: SoaChange,
    /// The rows of a primary zone. Those of type NS and the name of the zone are its name servers.
    pub rows: Vec<NewDnsRow>,
}

/// Where the records of a new zone come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewDnsZone {
    /// From rows; these may transfer it.
    Primary(Axfr),
    /// From this server.
    Secondary(PrimaryAddress),
}

impl Operation for Add {
    type Answer = DnsZone;
    const NAME: Name = Name::DnsZoneAdd;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsZoneAdded,
        Outcome::ZoneUnknown,
        Outcome::NameNotRegistrable,
        Outcome::NamedTwice,
        Outcome::TextMissing,
        Outcome::DnsNameServersTooMany,
        Outcome::DnsAxfrAddressesTooMany,
        Outcome::DnsSoaRefused,
        Outcome::DnsZoneTaken,
        Outcome::DnsZonesTooMany,
        Outcome::DnsZoneIsSecondary,
        Outcome::DnsRowNameMalformed,
        Outcome::DnsRowNameRefused,
        Outcome::DnsTtlOutOfRange,
        Outcome::DnsRowTaken,
        Outcome::DnsCnameConflict,
        Outcome::DnsTtlDiffers,
        Outcome::DnsRowsTooMany,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Add {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        name_rules::check(cx.policies, &self.name, Field::DnsZoneName)?;
        let (rules, mut findings) = (&cx.policies.house.dns, Findings::new());
        check_name_servers(&self.name_servers, rules, &mut findings);
        if let NewDnsZone::Primary(axfr) = &self.kind {
            check_axfr(axfr, rules, &mut findings);
        } else if !self.rows.is_empty() || !self.soa.is_empty() {
            let refusal = Refusal::new(Outcome::DnsZoneIsSecondary).at(Field::DnsZoneName);
            findings.add(refusal.value(&self.name));
        }
        self.soa.check(rules, &mut findings);
        row_change::check(&self.rows, &self.name, rules, &mut findings);
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<DnsZone>, Failure> {
        let kind = self.kind.begin(cx);
        let mut zone = new_zone(cx, &self.name, kind, &self.name_servers);
        zone.soa = self.soa.applied(&zone.soa)?;
        found(cx, &zone, Field::DnsZoneName)?;
        match &self.kind {
            NewDnsZone::Primary(_) => {
                row_change::replace(cx, &mut zone, &self.rows)?;
                publish(cx, &mut zone)?;
            }
            NewDnsZone::Secondary(_) => {
                cx.store.remind(&Due::new(cx.now, Job::DnsZone, zone.id.into()))?;
            }
        }
        cx.record(Self::NAME, zone.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DnsZoneAdded, zone))
    }
}

impl NewDnsZone {
    fn begin(&self, cx: &Writing<'_>) -> DnsZoneKind {
        match self {
            Self::Primary(axfr) => DnsZoneKind::Primary(axfr.clone()),
            Self::Secondary(primary) => DnsZoneKind::Secondary(begin_source(cx, *primary)),
        }
    }
}

fn begin_source(cx: &Writing<'_>, primary: PrimaryAddress) -> DnsSource {
    let rules: &DnsRules = &cx.policies.house.dns;
    DnsSource {
        primary,
        next_run: cx.now,
        asked_at: None,
        answered_at: None,
        expires_at: rules.expiry(cx.now, &rules.soa(&rules.name_servers)),
        expired: false,
    }
}
