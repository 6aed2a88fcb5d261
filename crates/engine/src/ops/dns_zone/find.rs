use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading, Refusal,
    model::{DnsZone, DomainName},
};

/// Finds the zone of the actor that a name lies in: the nearest of all zones, if that is its own.
///
/// Changes, bills and notifies nothing. Checks whether there is such a zone.
#[derive(Clone, Debug)]
pub struct Find {
    /// The name; that of a zone lies in it.
    pub name: DomainName,
}

impl Operation for Find {
    type Answer = DnsZone;
    const NAME: Name = Name::DnsZoneFind;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DnsZoneFound, Outcome::DnsZoneUnknown];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Find {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<DnsZone>, Failure> {
        let nearest = cx.store.nearest_dns_zone(&self.name)?;
        let own = nearest.filter(|zone| zone.owner == cx.actor.id());
        let unknown = || Refusal::new(Outcome::DnsZoneUnknown).at(Field::DnsZoneName).value(&self.name);
        Ok(Done::new(Outcome::DnsZoneFound, own.ok_or_else(unknown)?))
    }
}
