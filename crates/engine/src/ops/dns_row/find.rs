use outcomes::{Operation as Name, Outcome};

use super::rules;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{DnsRow, DnsRowId, DomainName},
    ops::dns_zone::{find_changeable, require_primary},
};

/// Shows one row as it was changed last, published or not.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the zone exists, the owner, whether it is deleted
/// or locked, whether it is secondary; whether it has the row.
#[derive(Clone, Debug)]
pub struct Find {
    /// The zone.
    pub zone: DomainName,
    /// The row.
    pub row: DnsRowId,
}

impl Operation for Find {
    type Answer = DnsRow;
    const NAME: Name = Name::DnsRowFind;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsRowFound,
        Outcome::DnsZoneUnknown,
        Outcome::DnsZoneForeign,
        Outcome::DnsZoneIsDeleted,
        Outcome::DnsZoneLocked,
        Outcome::DnsZoneIsSecondary,
        Outcome::DnsRowUnknown,
    ];

    fn object(&self) -> &str {
        self.zone.as_str()
    }
}

impl Query for Find {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<DnsRow>, Failure> {
        let zone = find_changeable(cx, &self.zone)?;
        require_primary(&zone)?;
        Ok(Done::new(Outcome::DnsRowFound, rules::find(cx, &zone, self.row)?))
    }
}
