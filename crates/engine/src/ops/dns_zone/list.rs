use outcomes::{Operation as Name, Outcome};

use crate::{Done, Failure, Operation, Query, Reading, model::DnsZone};

/// Lists the actor's zones by name, without those that are deleted.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Copy, Debug)]
pub struct List;

impl Operation for List {
    type Answer = Vec<DnsZone>;
    const NAME: Name = Name::DnsZoneList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DnsZonesListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<DnsZone>>, Failure> {
        Ok(Done::new(Outcome::DnsZonesListed, cx.store.dns_zones(cx.actor.id())?))
    }
}
