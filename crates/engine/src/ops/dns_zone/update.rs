use outcomes::{Field, Operation as Name, Outcome};

use super::{
    SoaChange,
    draft::{remind_to_commit, touch},
    ownership::{find_changeable, require_primary, require_source},
    settings::{check_axfr, check_name_servers, set_name_servers},
};
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    model::{Axfr, DnsZone, DnsZoneKind, DnsZoneType, DomainName, Due, Job, PrimaryAddress, Serial},
    ports::Port,
};

/// Changes the settings of a zone. What is not named stays.
///
/// Changes: the zone. New name servers and SOA values are part of what a commit publishes; a new primary is asked at
/// once. Bills and notifies nothing. Checks, in this order: the lists and times; whether the zone exists, the owner,
/// whether it is deleted or locked; whether its type would change, and whether its type has such settings; how the
/// times of the SOA record fit together.
#[derive(Clone, Debug)]
pub struct Update {
    /// The name.
    pub name: DomainName,
    /// Its type, which may be said again but not changed.
    pub zone_type: Option<DnsZoneType>,
    /// Who may transfer a primary zone.
    pub axfr: Option<Axfr>,
    /// The name servers of a primary zone; an empty list stands for those of the house.
    pub name_servers: Option<Vec<DomainName>>,
    /// The SOA values of a primary zone.
    pub soa: SoaChange,
    /// Whether changes of a primary zone are published by themselves.
    pub auto_commit: Option<bool>,
    /// Where a secondary zone comes from.
    pub primary: Option<PrimaryAddress>,
}

impl Update {
    /// A change of nothing yet.
    pub fn of(name: DomainName) -> Self {
        let (zone_type, axfr, name_servers, auto_commit, primary) = Default::default();
        Self { name, zone_type, axfr, name_servers, soa: SoaChange::default(), auto_commit, primary }
    }
}

impl Operation for Update {
    type Answer = ();
    const NAME: Name = Name::DnsZoneUpdate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsZoneUpdated,
        Outcome::NamedTwice,
        Outcome::TextMissing,
        Outcome::DnsNameServersTooMany,
        Outcome::DnsAxfrAddressesTooMany,
        Outcome::DnsSoaRefused,
        Outcome::DnsZoneUnknown,
        Outcome::DnsZoneForeign,
        Outcome::DnsZoneIsDeleted,
        Outcome::DnsZoneLocked,
        Outcome::DnsZoneTypeFixed,
        Outcome::DnsZoneIsSecondary,
        Outcome::DnsZoneIsPrimary,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Update {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        let (rules, mut findings) = (&cx.policies.house.dns, Findings::new());
        check_name_servers(self.name_servers.as_deref().unwrap_or_default(), rules, &mut findings);
        if let Some(axfr) = &self.axfr {
            check_axfr(axfr, rules, &mut findings);
        }
        self.soa.check(rules, &mut findings);
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut zone = find_changeable(cx, &self.name)?;
        self.change(cx, &mut zone)?;
        cx.store.update_dns_zone(&zone)?;
        cx.record(Self::NAME, zone.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DnsZoneUpdated, ()))
    }
}

impl Update {
    /// Whether nothing is to be changed.
    pub(super) fn is_empty(&self) -> bool {
        !self.is_for_primaries() && self.primary.is_none() && self.zone_type.is_none()
    }

    /// Changes the zone, whose row the caller writes.
    ///
    /// # Errors
    /// What the type of the zone does not allow; the trouble that was ordered at the name servers.
    pub(super) fn change(&self, cx: &Writing<'_>, zone: &mut DnsZone) -> Result<(), Failure> {
        self.check_type(zone)?;
        cx.reach(Port::NameServers)?;
        if self.is_for_primaries() {
            require_primary(zone)?;
            self.change_primary(cx, zone)?;
        }
        if let Some(primary) = self.primary {
            ask_another(cx, zone, primary)?;
        }
        Ok(())
    }

    fn check_type(&self, zone: &DnsZone) -> Result<(), Refusal> {
        match self.zone_type.filter(|wanted| *wanted != zone.zone_type()) {
            None => Ok(()),
            Some(wanted) => Err(Refusal::new(Outcome::DnsZoneTypeFixed)
                .at(Field::DnsZoneType)
                .value(wanted.name())
                .fact("zone", &zone.name)),
        }
    }

    fn is_for_primaries(&self) -> bool {
        let is_published = self.name_servers.is_some() || !self.soa.is_empty();
        is_published || self.axfr.is_some() || self.auto_commit.is_some()
    }

    fn change_primary(&self, cx: &Writing<'_>, zone: &mut DnsZone) -> Result<(), Failure> {
        if let Some(axfr) = &self.axfr {
            zone.kind = DnsZoneKind::Primary(axfr.clone());
        }
        if let Some(auto_commit) = self.auto_commit {
            zone.auto_commit = auto_commit;
            remind_to_commit(cx, zone)?;
        }
        if let Some(name_servers) = &self.name_servers {
            set_name_servers(zone, name_servers, &cx.policies.house.dns);
            touch(cx, zone)?;
        }
        if !self.soa.is_empty() {
            zone.soa = self.soa.applied(&zone.soa)?;
            touch(cx, zone)?;
        }
        Ok(())
    }
}

/// Versions of one server tell nothing of those of another, so whatever the new one has is wanted.
fn ask_another(cx: &Writing<'_>, zone: &mut DnsZone, primary: PrimaryAddress) -> Result<(), Failure> {
    let source = require_source(zone)?;
    (source.primary, source.next_run) = (primary, cx.now);
    zone.serial = Serial::default();
    cx.store.remind(&Due::new(cx.now, Job::DnsZone, zone.id.into()))?;
    Ok(())
}
