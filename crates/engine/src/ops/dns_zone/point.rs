use std::net::IpAddr;

use outcomes::{Field, Operation as Name, Outcome};

use super::{ownership, publication::publish};
use crate::{
    Actor, Command, Done, Failure, Fault, Operation, Refusal, Writing,
    model::{
        AuthInfo, DnsLock, DnsZone, DnsZoneState, Domain, DomainName, Rdata, RecordType, RowName, Status,
    },
    ops::dns_row::NewDnsRow,
};

/// Points a host of a domain at an address, for whoever knows the domain's authInfo: a device whose address changes
/// sets its own name so, and no account need be named.
///
/// Changes, on behalf of the domain's sponsor: the rows of that name which hold addresses of the same family give way
/// to one, which is published at once. Bills and notifies nothing.
///
/// Checks, in this order: whether the domain exists; the authInfo; whether it is registered and in the DNS; whether
/// this system answers for it on its sponsor's behalf, and its rows can be changed; the name; what stands beside the
/// row.
#[derive(Clone, Debug)]
pub struct Point {
    /// The domain, whose zone has its name.
    pub name: DomainName,
    /// The host, inside the zone.
    pub host: RowName,
    /// The address.
    pub address: IpAddr,
    /// What lets it.
    pub authinfo: AuthInfo,
}

impl Operation for Point {
    type Answer = ();
    const NAME: Name = Name::DnsZonePoint;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsZoneUpdated,
        Outcome::DomainUnknown,
        Outcome::AuthinfoWrong,
        Outcome::AuthinfoLocked,
        Outcome::DomainNotActive,
        Outcome::DnsZoneUnknown,
        Outcome::DnsZoneLocked,
        Outcome::DnsZoneIsSecondary,
        Outcome::DnsRowNameMalformed,
        Outcome::DnsCnameConflict,
        Outcome::DnsRowsTooMany,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Point {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let unknown = || Refusal::new(Outcome::DomainUnknown).at(Field::DomainName).value(&self.name);
        let domain = cx.store.domain(&self.name)?.ok_or_else(unknown)?;
        cx.prove(&self.authinfo, domain.authinfo.as_ref(), domain.id.into(), self.name.as_str())?;
        require_active(cx, &domain)?;
        let owner = self.owner(cx, &domain)?;
        let cx = &cx.on_behalf(&owner);
        let mut zone = self.zone(cx, &domain)?;
        self.host.check_within(&self.name)?;

        let rdata = self.rdata()?;
        while let Some(row) = cx.store.some_dns_row(zone.id, &self.host, Some(rdata.kind()))? {
            cx.store.delete_dns_row(&row)?;
            zone.rows = zone.rows.saturating_sub(1);
        }
        let row = NewDnsRow { name: self.host.clone(), ttl: None, rdata, comment: None };
        row.insert(cx, &mut zone)?;
        zone.changed_at = Some(cx.now);
        publish(cx, &mut zone)?;
        cx.record(Self::NAME, zone.id.into(), self.object())?;
        Ok(Done::new(Outcome::DnsZoneUpdated, ()))
    }
}

impl Point {
    /// The domain's sponsor, on whose behalf it is done.
    fn owner(&self, cx: &Writing<'_>, domain: &Domain) -> Result<Actor, Failure> {
        let missing = || Fault::internal(format!("the sponsor of {} is missing", self.name));
        Ok(Actor::new(cx.store.account(domain.sponsor)?.ok_or_else(missing)?))
    }

    /// The zone, if the domain's sponsor has it.
    fn zone(&self, cx: &Writing<'_>, domain: &Domain) -> Result<DnsZone, Failure> {
        let refused = |outcome| Refusal::new(outcome).at(Field::DnsZoneName).value(&self.name);
        let is_its = |zone: &DnsZone| zone.owner == domain.sponsor && zone.state != DnsZoneState::Deleted;
        let zone = cx.store.dns_zone(&self.name)?.filter(is_its);
        let zone = zone.ok_or_else(|| refused(Outcome::DnsZoneUnknown))?;
        if zone.lock != DnsLock::None {
            return Err(refused(Outcome::DnsZoneLocked).into());
        }
        ownership::require_primary(&zone)?;
        Ok(zone)
    }

    fn rdata(&self) -> Result<Rdata, Refusal> {
        let kind = if self.address.is_ipv4() { RecordType::A } else { RecordType::Aaaa };
        Rdata::parse(kind, &self.address.to_string())
    }
}

fn require_active(cx: &Writing<'_>, domain: &Domain) -> Result<(), Refusal> {
    let is_held = domain.statuses.has(Status::ClientHold) || domain.statuses.has(Status::ServerHold);
    if domain.redemption.is_none() && domain.expires_at > cx.now && !is_held {
        return Ok(());
    }
    Err(Refusal::new(Outcome::DomainNotActive).at(Field::DomainName).value(&domain.name))
}
