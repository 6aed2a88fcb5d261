use outcomes::{Operation as Name, Outcome};

use super::ownership::find_own;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{DnsZone, DomainName, Instant},
};

/// Shows a zone to its owner, also one that is locked: how else would its owner see that it is.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether it exists, the owner, whether it is deleted.
#[derive(Clone, Debug)]
pub struct Info {
    /// The name.
    pub name: DomainName,
}

/// A zone as it is shown.
#[derive(Clone, Debug)]
pub struct DnsZoneView {
    /// The zone itself.
    pub zone: DnsZone,
    /// When the name servers will look for another version, if one is expected: the next transfer of a secondary zone,
    /// or when the changes of a primary one are published by themselves.
    pub next_reload: Option<Instant>,
}

impl Operation for Info {
    type Answer = DnsZoneView;
    const NAME: Name = Name::DnsZoneInfo;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::DnsZoneFound, Outcome::DnsZoneUnknown, Outcome::DnsZoneForeign, Outcome::DnsZoneIsDeleted];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<DnsZoneView>, Failure> {
        let zone = find_own(cx, &self.name)?;
        let next_run = zone.source().map(|source| source.next_run);
        let changed_at = zone.changed_at.filter(|_| zone.changed && zone.auto_commit);
        let next_commit = changed_at.map(|at| cx.policies.house.dns.commit_due(at));
        let view = DnsZoneView { next_reload: next_run.or(next_commit), zone };
        Ok(Done::new(Outcome::DnsZoneFound, view))
    }
}
