use outcomes::{Operation as Name, Outcome};

use crate::{Done, Failure, Operation, Query, Reading, ports::store::Queue};

/// Shows the oldest notice without taking it out of the queue. Repeated, it shows the same one.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Copy, Debug)]
pub struct Request;

impl Operation for Request {
    type Answer = Option<Queue>;
    const NAME: Name = Name::PollRequest;
    const OUTCOMES: &'static [Outcome] = &[Outcome::MessagesNone, Outcome::MessageWaiting];
}

impl Query for Request {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Option<Queue>>, Failure> {
        let queue = cx.store.queue(cx.actor.id())?;
        let outcome = if queue.is_some() { Outcome::MessageWaiting } else { Outcome::MessagesNone };
        Ok(Done::new(outcome, queue))
    }
}
