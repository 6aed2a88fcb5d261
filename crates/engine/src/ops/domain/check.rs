use outcomes::{Field, Operation as Name, Outcome};

use super::name_rules;
use crate::{Done, Glance, Glancing, Operation, Refusal, Refusals, model::DomainName, ports::store::Kind};

/// Asks which names are free (RFC 5731 section 3.1.1). Names that cannot be read are answered as not free.
///
/// Changes, bills and notifies nothing. Checks: how many, then for each the zone, the label, whether it is taken.
#[derive(Clone, Debug)]
pub struct Check {
    /// The names, as asked for; each is answered in its place.
    pub names: Vec<Result<DomainName, Refusal>>,
}

/// Whether something is free, and why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Availability {
    /// The name in canonical form, or as it was sent if it cannot be read.
    pub name: String,
    /// Why it is not free; `None` when it is.
    pub taken: Option<Refusal>,
}

impl Operation for Check {
    type Answer = Vec<Availability>;
    const NAME: Name = Name::DomainCheck;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DomainsChecked, Outcome::CheckTooMany];
}

impl Glance for Check {
    fn run(&self, cx: &Glancing<'_>) -> Result<Done<Self::Answer>, Refusals> {
        refuse_too_many(self.names.len(), cx)?;
        let answers =
            self.names.iter().map(|name| Availability::of(name.as_ref(), |name| why_taken(name, cx)));
        Ok(Done::new(Outcome::DomainsChecked, answers.collect()))
    }
}

impl Availability {
    /// The answer for a name that could or could not be read.
    pub(in crate::ops) fn of<T: ToString>(
        name: Result<&T, &Refusal>,
        why_taken: impl FnOnce(&T) -> Option<Refusal>,
    ) -> Self {
        match name {
            Ok(name) => Self { name: name.to_string(), taken: why_taken(name) },
            Err(refusal) => {
                Self { name: refusal.value.clone().unwrap_or_default(), taken: Some(refusal.clone()) }
            }
        }
    }
}

/// # Errors
/// `check_too_many` beyond the house rule.
pub(in crate::ops) fn refuse_too_many(count: usize, cx: &Glancing<'_>) -> Result<(), Refusal> {
    let longest = cx.policies.house.longest_check;
    if count <= longest {
        return Ok(());
    }
    Err(Refusal::new(Outcome::CheckTooMany).value(count).fact("longest", longest))
}

fn why_taken(name: &DomainName, cx: &Glancing<'_>) -> Option<Refusal> {
    let zone = match name_rules::zone_of(cx.policies, name) {
        Ok(zone) => zone,
        Err(refusal) => return Some(refusal),
    };
    if cx.names.holds(Kind::Domain, name.as_str()) {
        return Some(Refusal::new(Outcome::DomainTaken).at(Field::DomainName).value(name));
    }
    name_rules::check_label(zone, name).err()
}
