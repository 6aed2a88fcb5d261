use outcomes::{Operation as Name, Outcome};

use super::ownership::find_changeable;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DnsZone, DnsZoneState, DomainName, Due, Job},
    ports::Port,
};

/// Switches a zone off or on again. The name servers do not answer for one that is off; its rows can be changed all the
/// same, and a secondary one is not fetched.
///
/// Changes: the zone; a secondary one that is switched on is fetched at once. Bills and notifies nothing. Checks, in this
/// order: whether it exists, the owner, whether it is deleted or locked.
#[derive(Clone, Debug)]
pub struct Switch {
    /// The name.
    pub name: DomainName,
    /// Whether it is on from now on.
    pub on: bool,
}

impl Operation for Switch {
    type Answer = ();
    const NAME: Name = Name::DnsZoneSwitch;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsZoneSwitched,
        Outcome::DnsZoneUnknown,
        Outcome::DnsZoneForeign,
        Outcome::DnsZoneIsDeleted,
        Outcome::DnsZoneLocked,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Switch {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut zone = find_changeable(cx, &self.name)?;
        cx.reach(Port::NameServers)?;
        let is_on = zone.state == DnsZoneState::Active;
        match (is_on, self.on) {
            (true, false) => (zone.state, zone.disabled_at) = (DnsZoneState::Disabled, Some(cx.now)),
            (false, true) => switch_on(cx, &mut zone)?,
            _ => {}
        }
        cx.store.update_dns_zone(&zone)?;
        cx.record(Self::NAME, zone.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DnsZoneSwitched, ()))
    }
}

fn switch_on(cx: &Writing<'_>, zone: &mut DnsZone) -> Result<(), Failure> {
    (zone.state, zone.enabled_at) = (DnsZoneState::Active, Some(cx.now));
    if let Some(source) = zone.source_mut() {
        source.next_run = cx.now;
        cx.store.remind(&Due::new(cx.now, Job::DnsZone, zone.id.into()))?;
    }
    Ok(())
}
