use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Done, Glance, Glancing, Operation, Refusal, Refusals,
    model::Handle,
    ops::domain::{Availability, refuse_too_many},
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
    fn run(&self, cx: &Glancing<'_>) -> Result<Done<Self::Answer>, Refusals> {
        refuse_too_many(self.handles.len(), cx)?;
        let answers = self
            .handles
            .iter()
            .map(|handle| Availability::of(handle.as_ref(), |handle| why_taken(handle, cx)));
        Ok(Done::new(Outcome::ContactsChecked, answers.collect()))
    }
}

fn why_taken(handle: &Handle, cx: &Glancing<'_>) -> Option<Refusal> {
    let taken = cx.names.holds(Kind::Contact, handle.as_str());
    taken.then(|| Refusal::new(Outcome::ContactTaken).at(Field::ContactId).value(handle))
}
