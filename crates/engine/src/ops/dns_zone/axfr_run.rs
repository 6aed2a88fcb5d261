use outcomes::{Operation as Name, Outcome};

use super::ownership::{find_changeable, require_source};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, Due, Instant, Job},
};

/// Has a secondary zone fetched from its primary, now or as soon as that one may be asked again.
///
/// Changes: when the zone is fetched next. Bills and notifies nothing. Answers when that is. Checks, in this order:
/// whether it exists, the owner, whether it is deleted or locked, whether it is primary.
#[derive(Clone, Debug)]
pub struct AxfrRun {
    /// The name.
    pub name: DomainName,
}

impl Operation for AxfrRun {
    type Answer = Instant;
    const NAME: Name = Name::DnsZoneAxfrRun;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsAxfrScheduled,
        Outcome::DnsZoneUnknown,
        Outcome::DnsZoneForeign,
        Outcome::DnsZoneIsDeleted,
        Outcome::DnsZoneLocked,
        Outcome::DnsZoneIsPrimary,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for AxfrRun {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Instant>, Failure> {
        let mut zone = find_changeable(cx, &self.name)?;
        let source = require_source(&mut zone)?;
        let earliest = source.asked_at.map(|asked| cx.policies.house.dns.ask_again(asked, 0));
        let next_run = earliest.map_or(cx.now, |earliest| earliest.max(cx.now));
        source.next_run = next_run;
        cx.store.update_dns_zone(&zone)?;
        cx.store.remind(&Due::new(next_run, Job::DnsZone, zone.id.into()))?;
        cx.record(Self::NAME, zone.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DnsAxfrScheduled, next_run))
    }
}
