use outcomes::{Operation as Name, Outcome};

use super::Ordered;
use crate::{Command, Done, Failure, Operation, Writing, model::Secret};

/// Keeps a line of an order that was refused, where the order stands all the same: of several domains that are asked
/// for, some may not be had.
///
/// Changes: the line, and the place where it waited. Bills and notifies nothing. Checks whether it still waits there.
#[derive(Clone, Debug)]
pub struct Note {
    /// The line.
    pub line: Ordered,
    /// Why it was refused.
    pub refused: Outcome,
    /// What it says, if it can be asked for anew.
    pub words: Option<Secret>,
}

impl Operation for Note {
    type Answer = ();
    const NAME: Name = Name::OrderNote;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::OrderNoted,
        Outcome::CartItemUnknown,
        Outcome::OrderUnknown,
        Outcome::OrderOfAnother,
        Outcome::OrderLineOver,
    ];

    fn object(&self) -> &str {
        self.line.goods.title()
    }
}

impl Command for Note {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        self.line.take_out(cx)?;
        let words = self.words.as_ref().map(|words| cx.seal(words, cx.actor.id())).transpose()?;
        self.line.keep_refused(cx, self.refused, words)?;
        Ok(Done::new(Outcome::OrderNoted, ()))
    }
}
