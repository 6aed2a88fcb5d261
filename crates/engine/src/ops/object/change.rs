use outcomes::{Field, Operation as Name, Outcome};

use super::{LoggedChange, Subject};
use crate::{
    Done, Failure, Operation, Query, Reading, Refusal,
    model::{AccountId, OperationId},
};

/// Tells one change of an object of the actor, whoever made it: see [`super::Log`]. Of several objects that one operation
/// changed, it is that of the first that the actor has.
///
/// Changes, bills and notifies nothing. Checks whether the operation changed an object that is the actor's now.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// Which change, by the operation that made it.
    pub change: OperationId,
}

impl Operation for Change {
    type Answer = (Subject, LoggedChange);
    const NAME: Name = Name::ObjectChange;
    const OUTCOMES: &'static [Outcome] = &[Outcome::ObjectLogTold, Outcome::ChangeUnknown];
}

impl Query for Change {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        for line in cx.store.changes_by(self.change)? {
            let Some(subject) = Subject::of_change(&line.action, &line.name) else { continue };
            if subject.find(cx.store)? != Some((line.object, cx.actor.id())) {
                continue;
            }
            let by = (line.account != AccountId::SERVER).then(|| cx.clid(line.account)).transpose()?;
            return Ok(Done::new(Outcome::ObjectLogTold, (subject, LoggedChange { line, by })));
        }
        Err(Refusal::new(Outcome::ChangeUnknown).at(Field::ListPlace).value(self.change.0).into())
    }
}
