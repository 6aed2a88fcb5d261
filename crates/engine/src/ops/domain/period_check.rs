use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Done, Glance, Glancing, Operation, Refusal, Refusals,
    model::{DomainName, Period},
    ops::term_rules,
};

/// Asks whether names of a zone can be registered for a period.
///
/// Changes, bills and notifies nothing. Checks, in this order: the zone, the period.
#[derive(Clone, Debug)]
pub struct PeriodCheck {
    /// The zone.
    pub zone: DomainName,
    /// For how long.
    pub period: Period,
}

impl Operation for PeriodCheck {
    type Answer = ();
    const NAME: Name = Name::DomainPeriodCheck;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::PeriodOffered, Outcome::ZoneUnknown, Outcome::PeriodOutOfRange, Outcome::TermTooLong];
}

impl Glance for PeriodCheck {
    fn run(self, cx: &Glancing<'_>) -> Result<Done<()>, Refusals> {
        let unknown = || Refusal::new(Outcome::ZoneUnknown).at(Field::Zone).value(&self.zone);
        let zone = cx.policies.zone(&self.zone).ok_or_else(unknown)?;
        term_rules::check_period(self.period, zone.term.create)?;
        term_rules::extend(cx.now, self.period, zone.term.longest, cx.now)?;
        Ok(Done::new(Outcome::PeriodOffered, ()))
    }
}
