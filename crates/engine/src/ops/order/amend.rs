use outcomes::{Operation as Name, Outcome};

use super::find_kept;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{LineKey, OrderLine, Secret},
};

/// Has a line of an order that is not submitted yet say something else.
///
/// Changes: what the line says. Bills and notifies nothing. Checks, in this order: whether there is such an order; whether it is
/// the actor's; whether the line waits to be submitted.
#[derive(Clone, Debug)]
pub struct Amend {
    /// Which line.
    pub key: LineKey,
    /// What it says from now on.
    pub words: Secret,
}

impl Operation for Amend {
    type Answer = ();
    const NAME: Name = Name::OrderAmend;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::OrderAmended, Outcome::OrderUnknown, Outcome::OrderOfAnother, Outcome::OrderLineOver];
}

impl Command for Amend {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let line = find_kept(cx, self.key)?;
        let words = Some(cx.seal(&self.words, line.account)?);
        cx.store.update_order_line(&OrderLine { words, ..line })?;
        Ok(Done::new(Outcome::OrderAmended, ()))
    }
}
