use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Done, Glance, Glancing, Operation, Refusal, Refusals,
    model::DomainName,
    ops::domain::{Availability, refuse_too_many},
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
    fn run(&self, cx: &Glancing<'_>) -> Result<Done<Self::Answer>, Refusals> {
        refuse_too_many(self.names.len(), cx)?;
        let answers =
            self.names.iter().map(|name| Availability::of(name.as_ref(), |name| why_taken(name, cx)));
        Ok(Done::new(Outcome::HostsChecked, answers.collect()))
    }
}

fn why_taken(name: &DomainName, cx: &Glancing<'_>) -> Option<Refusal> {
    let taken = cx.names.holds(Kind::Host, name.as_str());
    taken.then(|| Refusal::new(Outcome::HostTaken).at(Field::HostName).value(name))
}
