use outcomes::{Operation as Name, Outcome};

use super::rules;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DnsRowId, DomainName},
    ops::dns_zone::{find_changeable, require_primary, touch},
};

/// Deletes a row. It is withdrawn by a commit, or by itself some minutes after the last change.
///
/// Changes: the row is gone; its zone. Bills and notifies nothing. Checks, in this order: whether the zone exists, the
/// owner, whether it is deleted or locked, whether it is secondary; whether it has the row.
#[derive(Clone, Debug)]
pub struct Delete {
    /// The zone.
    pub zone: DomainName,
    /// The row.
    pub row: DnsRowId,
}

impl Operation for Delete {
    type Answer = ();
    const NAME: Name = Name::DnsRowDelete;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsRowDeleted,
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

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut zone = find_changeable(cx, &self.zone)?;
        require_primary(&zone)?;
        let row = rules::find(cx, &zone, self.row)?;
        cx.store.delete_dns_row(&row)?;
        zone.rows = zone.rows.saturating_sub(1);
        touch(cx, &mut zone)?;
        cx.record(Self::NAME, zone.id.into(), self.zone.as_str())?;
        Ok(Done::new(Outcome::DnsRowDeleted, ()))
    }
}
