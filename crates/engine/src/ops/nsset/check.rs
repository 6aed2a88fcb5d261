use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Done, Glance, Glancing, Operation, Refusal, Refusals,
    model::{DomainName, NssetName},
    ops::{
        availability::{Availability, answer_each, refuse_too_many},
        quarantine::why_barred,
        zones,
    },
    ports::store::Kind,
};

/// Asks which names of sets can be had in a zone. Names that cannot be read are answered as not free.
///
/// Changes, bills and notifies nothing. Checks, in this order: the zone, how many, then each.
#[derive(Clone, Debug)]
pub struct Check {
    /// The zone.
    pub zone: DomainName,
    /// The names, as asked for; each is answered in its place.
    pub names: Vec<Result<NssetName, Refusal>>,
}

impl Operation for Check {
    type Answer = Vec<Availability>;
    const NAME: Name = Name::NssetCheck;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::NssetsChecked, Outcome::ZoneUnknown, Outcome::NssetsUnsupported, Outcome::CheckTooMany];
}

impl Glance for Check {
    fn run(self, cx: &Glancing<'_>) -> Result<Done<Self::Answer>, Refusals> {
        let (_, rules) = zones::with_nssets(cx.policies, &self.zone)?;
        refuse_too_many(self.names.len(), cx)?;
        let why_taken = |name: &NssetName, held: bool| {
            if held {
                return Some(Refusal::new(Outcome::NssetTaken).at(Field::NssetName).value(name));
            }
            let rests = cx.names.holds(Kind::FormerNsset, name.as_str());
            why_barred(&rules.barred, rests, Field::NssetName, name.as_str())
        };
        Ok(Done::new(Outcome::NssetsChecked, answer_each(self.names, Kind::Nsset, cx, why_taken)))
    }
}
