use outcomes::{Field, Operation as Name, Outcome};

use super::{Renewed, ownership};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    ledger::refund,
    lifecycle::schedule,
    model::{DomainName, EntryKind, GracePeriod, Status},
    ops::{
        access::{require_awake, require_free},
        upkeep,
    },
};

/// Takes the last renewal back while it is not invoiced.
///
/// Changes: the expiry. Refunds: the renewal. Notifies nobody.
///
/// Checks, in this order: whether the domain exists, the sponsor, whether the zone rests, the statuses, whether there is
/// a renewal that can be taken back.
#[derive(Clone, Debug)]
pub struct Unrenew {
    /// The name.
    pub name: DomainName,
}

impl Operation for Unrenew {
    type Answer = Renewed;
    const NAME: Name = Name::DomainUnrenew;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainUnrenewed,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::ZoneAsleep,
        Outcome::StatusProhibits,
        Outcome::RenewalNotOpen,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Unrenew {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Renewed>, Failure> {
        let mut domain = ownership::find_own(cx, &self.name)?;
        let zone = ownership::zone_of(cx.policies, &domain)?;
        require_awake(cx, zone)?;
        require_free(&domain.statuses, Status::BARS_RENEW, self.name.as_str())?;
        let open = domain.open_grace(cx.now).filter_map(|grace| match grace {
            GracePeriod::Renew { until } => Some(*until),
            _ => None,
        });
        let until = open.last().ok_or_else(|| self.not_open())?;
        let since = zone.grace.renewed_since(until);
        let years = refund(cx, EntryKind::Renew, domain.id.into(), domain.sponsor, since)?;
        if years == 0 {
            return Err(self.not_open().into());
        }

        domain.expires_at = domain.expires_at.plus_years(-i64::from(years));
        domain.grace.retain(|grace| *grace != GracePeriod::Renew { until });
        domain.touch(cx.actor.id(), cx.now);
        cx.store.update_domain(&domain)?;
        schedule(cx, zone, &domain)?;
        upkeep::schedule(cx, &domain)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        let answer = Renewed { name: domain.name, expires_at: domain.expires_at };
        Ok(Done::new(Outcome::DomainUnrenewed, answer))
    }
}

impl Unrenew {
    fn not_open(&self) -> Refusal {
        Refusal::new(Outcome::RenewalNotOpen).at(Field::DomainName).value(&self.name)
    }
}
