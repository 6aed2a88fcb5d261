use outcomes::{Operation as Name, Outcome};

use super::refuse_elsewhere;
use crate::{Done, Failure, Operation, Query, Reading, ports::store::Queue};

/// Shows the oldest notice without taking it out of the queue. Repeated, it shows the same one.
///
/// Changes, bills and notifies nothing. Checks whether the protocol that asks sends the account its notices instead.
#[derive(Clone, Copy, Debug, Default)]
pub struct Request {
    /// The protocol that asks, if it has a form of its own for notices that are sent: `wapi`.
    pub protocol: Option<&'static str>,
}

impl Operation for Request {
    type Answer = Option<Queue>;
    const NAME: Name = Name::PollRequest;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::MessagesNone, Outcome::MessageWaiting, Outcome::PollingElsewhere];
}

impl Query for Request {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Option<Queue>>, Failure> {
        refuse_elsewhere(cx, self.protocol)?;
        let queue = cx.store.queue(cx.actor.id())?;
        let outcome = if queue.is_some() { Outcome::MessageWaiting } else { Outcome::MessagesNone };
        Ok(Done::new(outcome, queue))
    }
}
