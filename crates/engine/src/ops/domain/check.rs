use outcomes::{Field, Operation as Name, Outcome};

use super::name_rules;
use crate::{
    Done, Glance, Glancing, Operation, Refusal, Refusals,
    guard::Usage,
    model::DomainName,
    ops::availability::{Availability, answer_each, refuse_more},
    ports::store::Kind,
};

/// Asks which names are free (RFC 5731 section 3.1.1). Names that cannot be read are answered as not free.
///
/// Changes, bills and notifies nothing. Checks: how many, and whether the actor may
/// still ask so many where a zone counts them; then for each the zone, the label, whether it is taken.
#[derive(Clone, Debug)]
pub struct Check {
    /// The names, as asked for; each is answered in its place.
    pub names: Vec<Result<DomainName, Refusal>>,
    /// How many there may be, if the protocol says; otherwise what the house rules say.
    pub most: Option<usize>,
}

impl Operation for Check {
    type Answer = Vec<Availability>;
    const NAME: Name = Name::DomainCheck;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::DomainsChecked, Outcome::CheckTooMany, Outcome::UsageExceeded];
}

impl Glance for Check {
    fn run(self, cx: &Glancing<'_>) -> Result<Done<Self::Answer>, Refusals> {
        refuse_more(self.names.len(), self.most.unwrap_or(cx.policies.house.longest_check))?;
        count_checks(self.names.iter().flatten(), cx)?;
        let answers = answer_each(self.names, Kind::Domain, cx, |name, held| why_taken(name, held, cx));
        Ok(Done::new(Outcome::DomainsChecked, answers))
    }
}

/// All names are counted or none.
///
/// # Errors
/// `usage_exceeded`.
pub(super) fn count_checks<'n>(
    names: impl Iterator<Item = &'n DomainName>,
    cx: &Glancing<'_>,
) -> Result<(), Refusal> {
    let zones = names.filter_map(|name| name_rules::zone_of(cx.policies, name).ok());
    let counted: Vec<_> = zones.filter_map(|zone| zone.usage.checks).collect();
    let Some(most) = counted.iter().copied().min() else { return Ok(()) };
    cx.require_left(Usage::Checks, Some(most), counted.len())?;
    counted.iter().for_each(|_| cx.usage.note(cx.actor.id(), Usage::Checks, cx.now));
    Ok(())
}

fn why_taken(name: &DomainName, held: bool, cx: &Glancing<'_>) -> Option<Refusal> {
    let zone = match name_rules::zone_of(cx.policies, name) {
        Ok(zone) => zone,
        Err(refusal) => return Some(refusal),
    };
    if held {
        return Some(Refusal::new(Outcome::DomainTaken).at(Field::DomainName).value(name));
    }
    name_rules::check_label(zone, name).err()
}
