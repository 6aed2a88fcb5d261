use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Writing,
    lifecycle::schedule,
    model::{DomainName, RenewalMode, Status},
    ops::access::require_free,
};

/// Chooses what happens at the expiry of a registration: whether the server renews it, always or this time, or it ends,
/// with or without the time in which it can still be renewed.
///
/// Changes: the domain's renewal mode. Bills and notifies nothing.
///
/// Checks, in this order: whether the domain exists, the sponsor, the statuses that bar updates.
#[derive(Clone, Debug)]
pub struct SetRenewalMode {
    /// The name.
    pub name: DomainName,
    /// The choice; `None` leaves it to the zone's policy.
    pub mode: Option<RenewalMode>,
}

impl Operation for SetRenewalMode {
    type Answer = ();
    const NAME: Name = Name::DomainRenewalMode;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainRenewalSet,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
        Outcome::PendingTransferProhibits,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for SetRenewalMode {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut domain = ownership::find_own(cx, &self.name)?;
        require_free(&domain.statuses, Status::BARS_UPDATE, self.name.as_str())?;

        domain.renewal = self.mode;
        domain.touch(cx.actor.id(), cx.now);
        cx.store.update_domain(&domain)?;
        schedule(cx, ownership::zone_of(cx.policies, &domain)?, &domain)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DomainRenewalSet, ()))
    }
}
