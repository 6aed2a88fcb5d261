use outcomes::{Operation as Name, Outcome};

use super::{
    RowChange, Update,
    ownership::{find_changeable, require_primary},
    publication::publish,
};
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    model::{DnsZone, Serial},
};

/// Changes settings and rows of a zone in one go, and publishes them at once. All or nothing.
///
/// Costs the same for each row that goes or comes, however many the zone has; what replaces all rows costs as much as there
/// are.
///
/// Changes: the zone and its rows; changes made before that were not published yet are published too. Bills and notifies
/// nothing. Answers the serial.
///
/// Checks, in this order: whether anything is asked for; the settings and rows in themselves; whether the zone exists, the
/// owner, whether it is deleted or locked; the settings; whether it is secondary; then one after the other each row that
/// goes and comes.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The settings to change, and which zone.
    pub settings: Update,
    /// The rows to change.
    pub rows: RowChange,
    /// Whether a new version is published even if nothing is changed.
    pub republish: bool,
}

impl Operation for Edit {
    type Answer = Serial;
    const NAME: Name = Name::DnsZoneEdit;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsZoneUpdated,
        Outcome::UpdateEmpty,
        Outcome::NamedTwice,
        Outcome::TextMissing,
        Outcome::DnsNameServersTooMany,
        Outcome::DnsAxfrAddressesTooMany,
        Outcome::DnsSoaRefused,
        Outcome::DnsRowNameMalformed,
        Outcome::DnsRowNameRefused,
        Outcome::DnsTtlOutOfRange,
        Outcome::DnsZoneUnknown,
        Outcome::DnsZoneForeign,
        Outcome::DnsZoneIsDeleted,
        Outcome::DnsZoneLocked,
        Outcome::DnsZoneTypeFixed,
        Outcome::DnsZoneIsSecondary,
        Outcome::DnsZoneIsPrimary,
        Outcome::DnsRowUnknown,
        Outcome::DnsRowTaken,
        Outcome::DnsCnameConflict,
        Outcome::DnsTtlDiffers,
        Outcome::DnsRowsTooMany,
    ];

    fn object(&self) -> &str {
        self.settings.name.as_str()
    }
}

impl Command for Edit {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        if self.settings.is_empty() && self.rows.is_empty() && !self.republish {
            return Err(Refusal::new(Outcome::UpdateEmpty).value(self.object()).into());
        }
        self.settings.precheck(cx)?;
        let mut findings = Findings::new();
        self.rows.check(&self.settings.name, &cx.policies.house.dns, &mut findings);
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Serial>, Failure> {
        let mut zone = find_changeable(cx, &self.settings.name)?;
        self.settings.change(cx, &mut zone)?;
        if !self.rows.is_empty() || self.republish {
            require_primary(&zone)?;
            self.rows.apply(cx, &mut zone)?;
        }
        write(cx, &mut zone)?;
        cx.record(Self::NAME, zone.id.into(), self.object())?;
        Ok(Done::new(Outcome::DnsZoneUpdated, zone.serial))
    }
}

/// What is published of a secondary zone comes from its primary.
fn write(cx: &Writing<'_>, zone: &mut DnsZone) -> Result<(), Failure> {
    if zone.source().is_some() {
        return Ok(cx.store.update_dns_zone(zone)?);
    }
    zone.changed_at = Some(cx.now);
    Ok(publish(cx, zone)?)
}
