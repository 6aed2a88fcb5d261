use outcomes::{Operation as Name, Outcome};

use super::delivery::reminder;
use crate::{Command, Done, Failure, Operation, Writing, model::CargoId};

/// Tells that a notice or letter was delivered, so that it is not sent again. A notice stays in its account's queue; a
/// letter is kept no longer.
///
/// Answers whether it was still on its way: a parcel that was handed out twice may arrive twice.
///
/// Changes: the delivery and its reminder. Bills and notifies nothing. Nothing to check.
#[derive(Clone, Copy, Debug)]
pub struct Delivered {
    /// What was delivered.
    pub cargo: CargoId,
}

impl Operation for Delivered {
    type Answer = bool;
    const NAME: Name = Name::NoticeDelivery;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DueDone];
}

impl Command for Delivered {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<bool>, Failure> {
        let delivery = cx.store.delivery(self.cargo)?;
        if let Some(delivery) = delivery {
            cx.store.remove_delivery(self.cargo)?;
            cx.store.done(&reminder(&delivery))?;
        }
        Ok(Done::new(Outcome::DueDone, delivery.is_some()))
    }
}
