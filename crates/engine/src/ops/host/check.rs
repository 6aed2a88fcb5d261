use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Done, Glance, Glancing, Operation, Refusal, Refusals,
    model::DomainName,
    ops::availability::{Availability, answer_each, refuse_too_many},
    ports::store::Kind,
};

/// Asks which host names are free (RFC 5732 section 3.1.1). Names that cannot be read are answered as not free.
///
/// Changes, bills and notifies nothing. Checks: how many, then each.
#[derive(Clone, Debug)]
pub struct Check {
    /// The names, as asked for; each is answered in its place.
    pub names: Vec<Result<DomainName, Refusal>>,
}

impl Operation for Check {
    type Answer = Vec<Availability>;
    const NAME: Name = Name::HostCheck;
    const OUTCOMES: &'static [Outcome] = &[Outcome::HostsChecked, Outcome::CheckTooMany];
}

impl Glance for Check {
    fn run(self, cx: &Glancing<'_>) -> Result<Done<Self::Answer>, Refusals> {
        refuse_too_many(self.names.len(), cx)?;
        let answers = answer_each(self.names, Kind::Host, cx, why_taken);
        Ok(Done::new(Outcome::HostsChecked, answers))
    }
}

fn why_taken(name: &DomainName, held: bool) -> Option<Refusal> {
    held.then(|| Refusal::new(Outcome::HostTaken).at(Field::HostName).value(name))
}
