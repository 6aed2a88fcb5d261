use outcomes::{Field, Operation as Name, Outcome};

use crate::{Command, Done, Failure, Operation, Refusal, Writing, model::NoticeId};

/// Takes a notice out of the queue. Answers how many are left.
///
/// Changes: the queue. Bills and notifies nothing. Checks, in this order: whether the notice exists, whose it is.
#[derive(Clone, Copy, Debug)]
pub struct Acknowledge {
    /// The notice.
    pub notice: NoticeId,
}

impl Operation for Acknowledge {
    type Answer = u64;
    const NAME: Name = Name::PollAcknowledge;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::MessageAcknowledged, Outcome::MessageUnknown, Outcome::MessageOfAnother];
}

impl Command for Acknowledge {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<u64>, Failure> {
        let refused = |outcome| Refusal::new(outcome).at(Field::MessageId).value(self.notice);
        let notice = cx.store.notice(self.notice)?.ok_or_else(|| refused(Outcome::MessageUnknown))?;
        if notice.account != cx.actor.id() {
            return Err(refused(Outcome::MessageOfAnother).into());
        }
        if !cx.store.remove_notice(cx.actor.id(), self.notice)? {
            return Err(refused(Outcome::MessageUnknown).into());
        }
        let left = cx.store.queue(cx.actor.id())?.map_or(0, |queue| queue.waiting);
        Ok(Done::new(Outcome::MessageAcknowledged, left))
    }
}
