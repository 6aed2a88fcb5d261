use outcomes::{Operation as Name, Outcome};

use super::Ordered;
use crate::{Command, Done, Failure, Operation, Writing, model::Secret};

/// Keeps a line of an order that is not submitted yet, with what it says. Whether it can be had is decided when it is
/// submitted.
///
/// Changes: the line. Bills and notifies nothing. Checks nothing: what is wrong with its words the protocol has found before.
#[derive(Clone, Debug)]
pub struct Keep {
    /// The line.
    pub line: Ordered,
    /// What it says.
    pub words: Secret,
}

impl Operation for Keep {
    type Answer = ();
    const NAME: Name = Name::OrderKeep;
    const OUTCOMES: &'static [Outcome] = &[Outcome::OrderKept];

    fn object(&self) -> &str {
        self.line.goods.title()
    }
}

impl Command for Keep {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        self.line.keep_waiting(cx, cx.seal(&self.words, cx.actor.id())?)?;
        Ok(Done::new(Outcome::OrderKept, ()))
    }
}
