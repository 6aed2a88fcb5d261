use outcomes::{Field, Operation as Name, Outcome};

use super::{drop_name::delete_row, ownership, redemption};
use crate::{
    Command, Done, Failure, IdSource, Operation, Refusal, Writing,
    ledger::refund,
    model::{Domain, DomainId, DomainName, EntryKind, GracePeriod, Instant, Status},
    ops::access::require_free,
    policy::Zone,
    ports::store::Deleted,
};

/// Deletes a registration (RFC 5731 section 3.2.2, RFC 3915 section 2).
///
/// Within the add grace period, or in a zone without redemption, the domain is gone at once; otherwise it leaves the
/// DNS and waits in redemption. Refunds: whatever was paid for a grace period that is open, be it the creation, a
/// renewal or a transfer (RFC 3915 section 3.1); a registration that waits in redemption loses the years that were
/// refunded, so that a restoration does not bring them back. Notifies nobody.
///
/// Checks, in this order: whether it exists, the sponsor, the statuses, a hold that freezes it, whether it is invoiced where
/// that matters, hosts that lie inside it, whether the actor took back too many this month.
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
        Outcome::PendingTransferProhibits,
        Outcome::DomainOnHold,
        Outcome::DomainInvoiced,
        Outcome::SubordinateHostsExist,
        Outcome::UsageExceeded,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let domain = ownership::find_own(cx, &self.name)?;
        let zone = ownership::zone_of(cx.policies, &domain)?;
        require_free(&domain.statuses, Status::BARS_DELETE, self.name.as_str())?;
        ownership::require_not_frozen(&domain, zone)?;
        let in_add_grace = domain.open_grace(cx.now).any(|grace| matches!(grace, GracePeriod::Add { .. }));
        if zone.grace.invoiced_on.is_some() && !in_add_grace {
            return Err(Refusal::new(Outcome::DomainInvoiced).at(Field::DomainName).value(&self.name).into());
        }
        if let Some(host) = cx.store.subordinate_hosts(domain.id)?.first() {
            return Err(self.has_hosts(host).into());
        }
        count(cx, zone)?;

        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        let years = refund_open_grace(cx, zone, &domain)?;
        if in_add_grace || zone.redemption.days == 0 {
            return self.remove(cx, &domain);
        }
        redemption::enter(cx, zone, domain, years)?;
        Ok(Done::new(Outcome::DomainDeletePending, ()))
    }
}

impl Delete {
    fn remove(&self, cx: &Writing<'_>, domain: &Domain) -> Result<Done<()>, Failure> {
        match delete_row(cx, domain)? {
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

/// Counts the deletion where only so many registrations may be taken back.
///
/// # Errors
/// `usage_exceeded`.
fn count(cx: &Writing<'_>, zone: &Zone) -> Result<(), Failure> {
    let Some((limit, since)) = zone.usage.deletes.zip(zone.grace.uninvoiced_since(cx.now)) else {
        return Ok(());
    };
    let (account, month) = (cx.actor.id(), cx.now.date().month_begin().midnight());
    let uninvoiced = cx.store.count_domains_since(account, DomainId(IdSource::first_at(since)))?;
    let most = limit.most(uninvoiced);
    if u64::from(cx.store.deletions(account, month)?) >= most {
        let refusal = Refusal::new(Outcome::UsageExceeded).at(Field::DomainName).fact("what", "deletions");
        return Err(refusal.fact("span", "a month").fact("limit", most).into());
    }
    Ok(cx.store.count_deletion(account, month)?)
}

/// Pays back what the open grace periods stand for, the latest first. Answers how many years were paid back.
fn refund_open_grace(cx: &Writing<'_>, zone: &Zone, domain: &Domain) -> Result<i64, Failure> {
    let open: Vec<_> = domain.open_grace(cx.now).collect();
    let mut years = 0;
    for grace in open.into_iter().rev() {
        let (kind, since) = paid_for(*grace, zone, domain);
        years += i64::from(refund(cx, kind, domain.id.into(), domain.sponsor, since)?);
    }
    Ok(years)
}

/// What was paid for in a grace period, and since when.
fn paid_for(grace: GracePeriod, zone: &Zone, domain: &Domain) -> (EntryKind, Instant) {
    let days_before = |until: Instant, days: u32| until.plus_days(-i64::from(days));
    match grace {
        GracePeriod::Add { .. } => (EntryKind::Create, domain.created_at),
        GracePeriod::Renew { until } => (EntryKind::Renew, zone.grace.renewed_since(until)),
        GracePeriod::AutoRenew { until } => (EntryKind::AutoRenew, days_before(until, zone.grace.auto_renew)),
        GracePeriod::Transfer { .. } => {
            (EntryKind::Transfer, domain.transferred_at.unwrap_or(domain.created_at))
        }
    }
}
