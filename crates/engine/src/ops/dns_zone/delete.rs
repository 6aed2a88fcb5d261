use outcomes::{Operation as Name, Outcome};

use super::ownership::find_changeable;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DnsZoneState, DomainName, Due, Job},
    ports::Port,
};

/// Deletes a zone with its rows. The name servers answer for it no more.
///
/// Its name is kept for its account for a while: somebody else who adds it at once would answer for a name whose
/// delegation still points here.
///
/// Changes: the zone is deleted, its rows and all that is published of it are gone. Bills and notifies nothing. Checks,
/// in this order: whether it exists, the owner, whether it is deleted or locked.
#[derive(Clone, Debug)]
pub struct Delete {
    /// The name.
    pub name: DomainName,
}

impl Operation for Delete {
    type Answer = ();
    const NAME: Name = Name::DnsZoneDelete;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsZoneDeleted,
        Outcome::DnsZoneUnknown,
        Outcome::DnsZoneForeign,
        Outcome::DnsZoneIsDeleted,
        Outcome::DnsZoneLocked,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut zone = find_changeable(cx, &self.name)?;
        cx.reach(Port::NameServers)?;
        (zone.state, zone.deleted_at) = (DnsZoneState::Deleted, Some(cx.now));
        (zone.rows, zone.changed) = (0, false);
        cx.store.clear_dns_zone(zone.id)?;
        cx.store.update_dns_zone(&zone)?;
        let purge_at = cx.policies.house.dns.purge_due(cx.now);
        cx.store.remind(&Due::new(purge_at, Job::DnsZone, zone.id.into()))?;
        cx.record(Self::NAME, zone.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DnsZoneDeleted, ()))
    }
}
