use outcomes::{Operation as Name, Outcome};

use super::delivery::reminder;
use crate::{Command, Done, Failure, Operation, Writing, model::NoticeId};

/// Tells that a notice was delivered, so that it is not sent again. It stays in its account's queue.
///
/// Answers whether it was still on its way: a parcel that was handed out twice may arrive twice.
///
/// Changes: the delivery and its reminder. Bills and notifies nothing. Nothing to check.
#[derive(Clone, Copy, Debug)]
pub struct Delivered {
    /// The notice.
    pub notice: NoticeId,
}

impl Operation for Delivered {
    type Answer = bool;
    const NAME: Name = Name::NoticeDelivery;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DueDone];
}

impl Command for Delivered {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<bool>, Failure> {
        let delivery = cx.store.delivery(self.notice)?;
        if let Some(delivery) = delivery {
            cx.store.remove_delivery(self.notice)?;
            cx.store.done(&reminder(&delivery))?;
        }
        Ok(Done::new(Outcome::DueDone, delivery.is_some()))
    }
}
