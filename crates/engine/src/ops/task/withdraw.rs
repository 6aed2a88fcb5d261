use outcomes::{Operation as Name, Outcome};

use super::ownership::waiting_order;
use crate::{Command, Done, Failure, Operation, Writing, model::TaskId};

/// Takes orders back that wait, all of them or none.
///
/// Changes: the orders are gone. Bills and notifies nothing. Checks, order by order: whether there is such an order of the
/// actor's; whether it waits.
#[derive(Clone, Debug)]
pub struct Withdraw {
    /// Which orders.
    pub tasks: Vec<TaskId>,
}

impl Operation for Withdraw {
    type Answer = ();
    const NAME: Name = Name::TaskWithdraw;
    const OUTCOMES: &'static [Outcome] = &[Outcome::TaskWithdrawn, Outcome::TaskUnknown, Outcome::TaskOver];
}

impl Command for Withdraw {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        for id in &self.tasks {
            let task = waiting_order(cx, *id)?;
            cx.store.delete_task(task.id)?;
        }
        Ok(Done::new(Outcome::TaskWithdrawn, ()))
    }
}
