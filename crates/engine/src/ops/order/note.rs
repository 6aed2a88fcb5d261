use outcomes::{Operation as Name, Outcome};

use super::Ordered;
use crate::{Command, Done, Failure, Operation, Writing, model::Money};

/// Keeps a line of an order that was refused, where the order stands all the same: of several domains that are asked
/// for, some may not be had.
///
/// Changes: the line, and the cart if it was in one. Bills and notifies nothing. Checks whether it still is in the cart.
#[derive(Clone, Debug)]
pub struct Note {
    /// The line.
    pub line: Ordered,
    /// Why it was refused.
    pub refused: Outcome,
}

impl Operation for Note {
    type Answer = ();
    const NAME: Name = Name::OrderNote;
    const OUTCOMES: &'static [Outcome] = &[Outcome::OrderNoted, Outcome::CartItemUnknown];

    fn object(&self) -> &str {
        self.line.goods.title()
    }
}

impl Command for Note {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        self.line.take_out(cx)?;
        let nothing = Money::new(0, cx.actor.account.currency);
        self.line.keep(cx, nothing, Some(self.refused.name().to_owned()))?;
        Ok(Done::new(Outcome::OrderNoted, ()))
    }
}
