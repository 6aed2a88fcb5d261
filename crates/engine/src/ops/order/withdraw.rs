use outcomes::{Operation as Name, Outcome};

use super::find_kept;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{LineKey, OrderLine},
};

/// Withdraws lines of orders that were not submitted yet, all of them or none. They stand in their orders as withdrawn.
///
/// Changes: the lines; what they said is forgotten. Bills and notifies nothing. Checks, line by line: whether there is such an
/// order; whether it is the actor's; whether the line waits to be submitted.
#[derive(Clone, Debug)]
pub struct Withdraw {
    /// Which lines.
    pub lines: Vec<LineKey>,
}

impl Operation for Withdraw {
    type Answer = ();
    const NAME: Name = Name::OrderWithdraw;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::OrderWithdrawn, Outcome::OrderUnknown, Outcome::OrderOfAnother, Outcome::OrderLineOver];
}

impl Command for Withdraw {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        for key in &self.lines {
            let line = find_kept(cx, *key)?;
            let refused = Some(Outcome::OrderWithdrawn.name().to_owned());
            cx.store.update_order_line(&OrderLine { refused, words: None, ..line })?;
        }
        Ok(Done::new(Outcome::OrderWithdrawn, ()))
    }
}
