use std::sync::Arc;

use outcomes::{Field, Operation as Name, Outcome};

use super::name_rules;
use crate::{
    Done, Glance, Glancing, Operation, Refusal, Refusals,
    guard::Usage,
    model::DomainName,
    ops::availability::{Availability, answer_each, refuse_more},
    policy::Zone,
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
        let names: Vec<_> = self.names.into_iter().map(|name| Ok(Asked::new(name?, cx))).collect();
        count_checks(names.iter().flatten().filter_map(Asked::zone), cx)?;
        let answers = answer_each(names, Kind::Domain, cx, Asked::why_taken);
        Ok(Done::new(Outcome::DomainsChecked, answers))
    }
}

/// A name, and the zone in which it would be registered.
struct Asked<'p> {
    name: DomainName,
    zone: Result<&'p Arc<Zone>, Refusal>,
}

impl<'p> Asked<'p> {
    fn new(name: DomainName, cx: &Glancing<'p>) -> Self {
        Self { zone: name_rules::zone_of(cx.policies, &name), name }
    }

    fn zone(&self) -> Option<&Zone> {
        self.zone.as_ref().ok().map(AsRef::as_ref)
    }

    fn why_taken(&self, held: bool) -> Option<Refusal> {
        let zone = match &self.zone {
            Ok(zone) => zone,
            Err(refusal) => return Some(refusal.clone()),
        };
        if held {
            return Some(Refusal::new(Outcome::DomainTaken).at(Field::DomainName).value(&self.name));
        }
        name_rules::check_label(zone, &self.name).err()
    }
}

impl AsRef<str> for Asked<'_> {
    fn as_ref(&self) -> &str {
        self.name.as_str()
    }
}

impl From<Asked<'_>> for String {
    fn from(asked: Asked<'_>) -> Self {
        asked.name.into()
    }
}

/// Counts a check in each of these zones that counts them: all or none.
///
/// # Errors
/// `usage_exceeded`.
pub(super) fn count_checks<'z>(
    zones: impl Iterator<Item = &'z Zone>,
    cx: &Glancing<'_>,
) -> Result<(), Refusal> {
    let counted: Vec<_> = zones.filter_map(|zone| zone.usage.checks).collect();
    let Some(most) = counted.iter().copied().min() else { return Ok(()) };
    cx.require_left(Usage::Checks, Some(most), counted.len())?;
    counted.iter().for_each(|_| cx.usage.note(cx.actor.id(), Usage::Checks, cx.now));
    Ok(())
}
