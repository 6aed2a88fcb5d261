use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, Status, TimeOut},
    ops::access::require_free,
};

/// Chooses what becomes of a transfer of a domain that its sponsor does not answer in time. It has no say where the
/// zone's policy gives the sponsor no time.
///
/// Changes: the domain's choice, also for a transfer that comes to its end later. Bills and notifies nothing.
///
/// Checks, in this order: whether the domain exists, the sponsor, the statuses that bar updates.
#[derive(Clone, Debug)]
pub struct SetTransferMode {
    /// The name.
    pub name: DomainName,
    /// The choice; `None` leaves it to the zone's policy.
    pub mode: Option<TimeOut>,
}

impl Operation for SetTransferMode {
    type Answer = ();
    const NAME: Name = Name::DomainTransferMode;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainTransferModeSet,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
        Outcome::PendingTransferProhibits,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for SetTransferMode {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut domain = ownership::find_own(cx, &self.name)?;
        require_free(&domain.statuses, Status::BARS_UPDATE, self.name.as_str())?;

        domain.time_out = self.mode;
        domain.touch(cx.actor.id(), cx.now);
        cx.store.update_domain(&domain)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DomainTransferModeSet, ()))
    }
}
