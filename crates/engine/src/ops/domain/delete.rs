use outcomes::{Field, Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    ledger::refund,
    model::{Domain, DomainName, EntryKind, GracePeriod, Redemption, Status},
    ops::access::require_free,
    policy::RedemptionPolicy,
    ports::store::Deleted,
};

/// Deletes a registration (RFC 5731 section 3.2.2, RFC 3915 section 2).
///
/// Within the add grace period, or in a zone without redemption, the domain is gone at once; otherwise it leaves the
/// DNS and waits in redemption. Refunds: the creation, within the add grace period. Notifies nobody.
///
/// Checks, in this order: whether it exists, the sponsor, the statuses, hosts that lie inside it.
#[derive(Clone, Debug)]
pub struct Delete {
    /// The name.
    pub name: DomainName,
}

impl Operation for Delete {
    type Answer = ();
    const NAME: Name = Name::DomainDelete;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainDeleted,
        Outcome::DomainDeletePending,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
        Outcome::SubordinateHostsExist,
    ];
}

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let domain = ownership::find_own(cx, &self.name)?;
        let policy = ownership::zone_of(cx.policies, &domain)?.redemption;
        require_free(&domain.statuses, Status::BARS_DELETE, self.name.as_str())?;
        if let Some(host) = cx.store.subordinate_hosts(domain.id)?.first() {
            return Err(self.has_hosts(host).into());
        }

        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        let in_add_grace = domain.open_grace(cx.now).any(|grace| matches!(grace, GracePeriod::Add { .. }));
        if in_add_grace {
            refund(cx, EntryKind::Create, domain.id.into())?;
        }
        if in_add_grace || policy.days == 0 { self.remove(cx, &domain) } else { redeem(cx, domain, policy) }
    }
}

impl Delete {
    fn remove(&self, cx: &Writing<'_>, domain: &Domain) -> Result<Done<()>, Failure> {
        match cx.store.delete_domain(domain)? {
            Deleted::Yes => Ok(Done::new(Outcome::DomainDeleted, ())),
            Deleted::InUse => Err(self.has_hosts(&self.name).into()),
        }
    }

    fn has_hosts(&self, host: &DomainName) -> Refusal {
        Refusal::new(Outcome::SubordinateHostsExist)
            .at(Field::DomainName)
            .value(&self.name)
            .fact("host", host)
    }
}

fn redeem(cx: &Writing<'_>, mut domain: Domain, policy: RedemptionPolicy) -> Result<Done<()>, Failure> {
    let redeemable_until = cx.now.plus_days(policy.days.into());
    domain.redemption = Some(Redemption {
        deleted_at: cx.now,
        redeemable_until,
        purge_at: redeemable_until.plus_days(policy.pending_delete.into()),
        restore_requested_at: None,
    });
    domain.statuses.set(Status::PendingDelete, None);
    domain.touch(cx.actor.id(), cx.now);
    cx.store.update_domain(&domain)?;
    Ok(Done::new(Outcome::DomainDeletePending, ()))
}
