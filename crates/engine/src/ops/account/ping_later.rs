use outcomes::{Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Due, Job, ObjectId, Pending},
};

/// Accepts a ping that is answered by a notice some seconds later, so that a client can try out how it receives
/// notices.
///
/// Changes: a request that waits. Bills nothing. Notifies: whoever asked, when the time has come. Nothing to check.
#[derive(Clone, Copy, Debug)]
pub struct PingLater;

impl Operation for PingLater {
    type Answer = ();
    const NAME: Name = Name::SessionPingLater;
    const OUTCOMES: &'static [Outcome] = &[Outcome::PingAccepted];
}

impl Command for PingLater {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let id = ObjectId(cx.object_id());
        let pending = Pending { id, account: cx.actor.id(), at: cx.now, asked: cx.asked() };
        cx.store.insert_pending(&pending)?;
        cx.store.remind(&Due::new(cx.now.plus_millis(ANSWERED_AFTER), Job::Pending, id))?;
        Ok(Done::new(Outcome::PingAccepted, ()))
    }
}

/// In milliseconds.
const ANSWERED_AFTER: i64 = 2_000;
