use outcomes::{Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Due, Instant},
};

/// Moves the first reminder that is due to a later moment, because looking at what it reminds of failed: one object
/// that cannot be dealt with must not hold up all others.
///
/// Answers which it was. Changes nothing else.
#[derive(Clone, Copy, Debug)]
pub struct Postpone {
    /// Up to which moment reminders are due.
    pub until: Instant,
    /// To which moment.
    pub to: Instant,
}

impl Operation for Postpone {
    type Answer = Option<Due>;
    const NAME: Name = Name::DueRun;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DueDone];
}

impl Command for Postpone {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Option<Due>>, Failure> {
        let first = cx.store.due_by(self.until, 1)?.pop();
        if let Some(due) = first {
            cx.store.done(&due)?;
            cx.store.remind(&Due { at: self.to, ..due })?;
        }
        Ok(Done::new(Outcome::DueDone, first))
    }
}
