use outcomes::{Field, Operation as Name, Outcome};

use super::refuse_elsewhere;
use crate::{Command, Done, Failure, Operation, Refusal, Writing, model::NoticeId, ports::store::Queue};

/// Takes a notice out of the queue. Answers how many are left. It can be read again for a while:
/// [`crate::ops::notice::Info`].
///
/// Changes: the queue. Bills and notifies nothing. Checks, in this order: whether the protocol that asks sends the account
/// its notices instead; whether the notice exists, whose it is, and, where notices are taken in order, that none waits
/// before it.
#[derive(Clone, Copy, Debug)]
pub struct Acknowledge {
    /// The notice.
    pub notice: NoticeId,
    /// The protocol that asks, if it has a form of its own for notices that are sent; it then takes them in order.
    pub protocol: Option<&'static str>,
}

impl Operation for Acknowledge {
    type Answer = u64;
    const NAME: Name = Name::PollAcknowledge;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::MessageAcknowledged,
        Outcome::PollingElsewhere,
        Outcome::MessageUnknown,
        Outcome::MessageOfAnother,
    ];
}

impl Command for Acknowledge {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<u64>, Failure> {
        refuse_elsewhere(cx, self.protocol)?;
        let refused = |outcome| Refusal::new(outcome).at(Field::MessageId).value(self.notice);
        let notice = cx.store.notice(self.notice)?.ok_or_else(|| refused(Outcome::MessageUnknown))?;
        if notice.account != cx.actor.id() {
            return Err(refused(Outcome::MessageOfAnother).into());
        }
        let is_head = |queue: &Queue| queue.head.id == self.notice;
        if self.protocol.is_some() && !cx.store.queue(cx.actor.id())?.as_ref().is_some_and(is_head) {
            return Err(refused(Outcome::MessageUnknown).into());
        }
        if !cx.store.remove_notice(cx.actor.id(), self.notice)? {
            return Err(refused(Outcome::MessageUnknown).into());
        }
        cx.store.keep_notice(&notice, cx.now)?;
        let left = cx.store.queue(cx.actor.id())?.map_or(0, |queue| queue.waiting);
        Ok(Done::new(Outcome::MessageAcknowledged, left))
    }
}
