use outcomes::{Operation as Name, Outcome};

use super::ownership::find_own;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DnsLock, DomainName},
};

/// Locks a zone against changes by mistake, or unlocks it.
///
/// Changes: the zone. Bills and notifies nothing. Checks, in this order: whether it exists, the owner, whether it is
/// deleted.
#[derive(Clone, Debug)]
pub struct Lock {
    /// The name.
    pub name: DomainName,
    /// How it is locked from now on.
    pub lock: DnsLock,
}

impl Operation for Lock {
    type Answer = ();
    const NAME: Name = Name::DnsZoneLock;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsZoneLockSet,
        Outcome::DnsZoneUnknown,
        Outcome::DnsZoneForeign,
        Outcome::DnsZoneIsDeleted,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Lock {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut zone = find_own(cx, &self.name)?;
        zone.lock = self.lock;
        cx.store.update_dns_zone(&zone)?;
        cx.record(Self::NAME, zone.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DnsZoneLockSet, ()))
    }
}
