use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{DnsRow, DomainName},
    ops::dns_zone::{find_changeable, require_primary},
};

/// Lists the rows of a zone as they were changed last, published or not: by name, type and age.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the zone exists, the owner, whether it is deleted
/// or locked, whether it is secondary.
#[derive(Clone, Debug)]
pub struct List {
    /// The zone.
    pub zone: DomainName,
}

impl Operation for List {
    type Answer = Vec<DnsRow>;
    const NAME: Name = Name::DnsRowList;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsRowsListed,
        Outcome::DnsZoneUnknown,
        Outcome::DnsZoneForeign,
        Outcome::DnsZoneIsDeleted,
        Outcome::DnsZoneLocked,
        Outcome::DnsZoneIsSecondary,
    ];

    fn object(&self) -> &str {
        self.zone.as_str()
    }
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<DnsRow>>, Failure> {
        let zone = find_changeable(cx, &self.zone)?;
        require_primary(&zone)?;
        Ok(Done::new(Outcome::DnsRowsListed, cx.store.dns_rows(zone.id)?))
    }
}
