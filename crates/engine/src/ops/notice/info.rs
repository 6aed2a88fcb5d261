use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading, Refusal,
    model::{ListedNotice, NoticeId},
};

/// Shows one of the actor's notices, wherever in the queue it is, or that was acknowledged. It is not acknowledged by that.
///
/// Changes, bills and notifies nothing. Checks whether the notice exists, and whose it is.
#[derive(Clone, Copy, Debug)]
pub struct Info {
    /// The notice.
    pub notice: NoticeId,
    /// Whether one that was acknowledged is shown, for as long as it is kept.
    pub with_past: bool,
}

impl Operation for Info {
    type Answer = ListedNotice;
    const NAME: Name = Name::NoticeInfo;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::NoticeTold, Outcome::MessageUnknown, Outcome::MessageOfAnother];
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<ListedNotice>, Failure> {
        let refused = |outcome| Refusal::new(outcome).at(Field::MessageId).value(self.notice);
        let waiting = cx.store.notice(self.notice)?;
        let found = match waiting {
            Some(notice) => Some(ListedNotice { notice, acknowledged_at: None }),
            None if self.with_past => cx.store.past_notice(cx.actor.id(), self.notice)?,
            None => None,
        };
        let found = found.ok_or_else(|| refused(Outcome::MessageUnknown))?;
        if found.notice.account != cx.actor.id() {
            return Err(refused(Outcome::MessageOfAnother).into());
        }
        Ok(Done::new(Outcome::NoticeTold, found))
    }
}
