use outcomes::{Field, Operation as Name, Outcome};

use super::ownership::zone_of;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    lifecycle::schedule,
    model::{DomainName, GracePeriod, Instant},
    ops::upkeep,
};

/// Sets when a registration began and when it ends, as its operator does: for a name that was registered elsewhere before,
/// or to have one that is about to expire without waiting for it.
///
/// Changes: both dates; of grace periods the one of the creation is left, if it is still open by the new date. What lies
/// ahead by the new dates comes when it is due; what lies behind is not made up for, but a deletion that is overdue is
/// done at once. Bills and notifies nothing: what was paid stays paid.
///
/// Checks, in this order: whether the domain exists; whether the dates are a term.
#[derive(Clone, Debug)]
pub struct SetTerm {
    /// The name.
    pub name: DomainName,
    /// When the registration began.
    pub since: Instant,
    /// When it ends; may lie behind.
    pub until: Instant,
}

impl Operation for SetTerm {
    type Answer = ();
    const NAME: Name = Name::DomainSetTerm;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::DomainTermSet, Outcome::DomainUnknown, Outcome::TermImpossible];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for SetTerm {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let unknown = || Refusal::new(Outcome::DomainUnknown).at(Field::DomainName).value(&self.name);
        let mut domain = cx.store.domain(&self.name)?.ok_or_else(unknown)?;
        if self.since > cx.now || self.until <= self.since {
            let refusal = Refusal::new(Outcome::TermImpossible).at(Field::Period).value(self.until);
            return Err(refusal.fact("since", self.since).fact("now", cx.now).into());
        }
        let zone = zone_of(cx.policies, &domain)?;
        let grace = zone.grace.add_until(self.since).filter(|until| *until > cx.now);
        (domain.created_at, domain.expires_at) = (self.since, self.until);
        domain.grace = grace.map(|until| GracePeriod::Add { until }).into_iter().collect();
        cx.store.update_domain(&domain)?;
        schedule(cx, zone, &domain)?;
        upkeep::schedule(cx, &domain)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DomainTermSet, ()))
    }
}
