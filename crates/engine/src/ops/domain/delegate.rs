use outcomes::{Operation as Name, Outcome};

use super::{delegation_change, ownership};
use crate::{
    Command, Done, Failure, Findings, Operation, Writing,
    model::{Delegation, DomainName, Status},
    ops::access::require_free,
};

/// Gives a domain these name servers and no others, whatever it had before.
///
/// Changes: the domain's delegation; host objects that are listed and do not exist are made, and those inside domains of
/// the sponsor get the addresses that are listed. All or nothing. Bills and notifies nothing.
///
/// Checks, in this order: whether the domain exists, the sponsor, the statuses; the form and number of the servers;
/// whether they exist or can be made.
#[derive(Clone, Debug)]
pub struct Delegate {
    /// The name.
    pub name: DomainName,
    /// The name servers.
    pub delegation: Delegation,
}

impl Operation for Delegate {
    type Answer = ();
    const NAME: Name = Name::DomainDelegate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainDelegated,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
        Outcome::PendingTransferProhibits,
        Outcome::HostFormRefused,
        Outcome::NameServersTooFew,
        Outcome::NameServersTooMany,
        Outcome::NamedTwice,
        Outcome::GlueMissing,
        Outcome::GlueRefused,
        Outcome::HostAddressesTooMany,
        Outcome::DomainHostUnknown,
        Outcome::HostNameIsZone,
        Outcome::SuperordinateUnknown,
        Outcome::SuperordinateForeign,
        Outcome::SuperordinateDeleted,
        Outcome::NssetsUnsupported,
        Outcome::NssetUnknown,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Delegate {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut domain = ownership::find_own(cx, &self.name)?;
        let zone = ownership::zone_of(cx.policies, &domain)?.clone();
        require_free(&domain.statuses, Status::BARS_UPDATE, self.name.as_str())?;

        let mut findings = Findings::new();
        delegation_change::replace(cx, &zone, &mut domain, &self.delegation, &mut findings)?;
        findings.end()?;

        domain.touch(cx.actor.id(), cx.now);
        cx.store.update_domain(&domain)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DomainDelegated, ()))
    }
}
