use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Done, Glance, Glancing, Operation, Refusal, Refusals,
    model::Handle,
    ops::availability::{Availability, answer_each, refuse_too_many},
    ports::store::Kind,
};

/// Asks which handles are free (RFC 5733 section 3.1.1). Handles that cannot be read are answered as not free.
///
/// Changes, bills and notifies nothing. Checks: how many, then each.
#[derive(Clone, Debug)]
pub struct Check {
    /// The handles, as asked for; each is answered in its place.
    pub handles: Vec<Result<Handle, Refusal>>,
}

impl Operation for Check {
    type Answer = Vec<Availability>;
    const NAME: Name = Name::ContactCheck;
    const OUTCOMES: &'static [Outcome] = &[Outcome::ContactsChecked, Outcome::CheckTooMany];
}

impl Glance for Check {
    fn run(self, cx: &Glancing<'_>) -> Result<Done<Self::Answer>, Refusals> {
        refuse_too_many(self.handles.len(), cx)?;
        let answers = answer_each(self.handles, Kind::Contact, cx, why_taken);
        Ok(Done::new(Outcome::ContactsChecked, answers))
    }
}

fn why_taken(handle: &Handle, held: bool) -> Option<Refusal> {
    held.then(|| Refusal::new(Outcome::ContactTaken).at(Field::ContactId).value(handle))
}
