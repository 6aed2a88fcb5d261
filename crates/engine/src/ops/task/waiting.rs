use outcomes::{Operation as Name, Outcome};

use crate::{Done, Failure, Operation, Query, Reading, model::TaskId};

/// Tells which jobs of the actor wait that are about an object, the oldest first. Orders wait for their account, and are not
/// among them.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The name of the object.
    pub object: String,
}

impl Operation for Waiting {
    type Answer = Vec<TaskId>;
    const NAME: Name = Name::TaskWaiting;
    const OUTCOMES: &'static [Outcome] = &[Outcome::TasksListed];

    fn object(&self) -> &str {
        &self.object
    }
}

impl Query for Waiting {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        Ok(Done::new(Outcome::TasksListed, cx.store.waiting_jobs(cx.actor.id(), &self.object)?))
    }
}
