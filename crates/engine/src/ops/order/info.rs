use outcomes::{Operation as Name, Outcome};

use super::{OrderedLine, find_own, standing};
use crate::{Done, Failure, Operation, Query, Reading, model::OperationId};

/// Shows an order of the actor's: its lines, and what became of each.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether there is such an order; whether it is the actor's.
#[derive(Clone, Debug)]
pub struct Info {
    /// The order.
    pub order: OperationId,
}

impl Operation for Info {
    type Answer = Vec<OrderedLine>;
    const NAME: Name = Name::OrderInfo;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::OrderFound, Outcome::OrderUnknown, Outcome::OrderOfAnother];
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let lines = find_own(cx, self.order)?;
        Ok(Done::new(Outcome::OrderFound, standing::lines(cx, lines)?))
    }
}
