use outcomes::{Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Due, Instant},
};

/// Moves the first reminder that is due to a later moment, because looking at what it reminds of failed: one object
/// that cannot be dealt with must not hold up all others. It is put off by an hour at first, then longer, up to a day;
/// what is done at last is done as of the moment at which it was due first.
///
/// Answers the reminder as it is now. Changes nothing else.
#[derive(Clone, Copy, Debug)]
pub struct Postpone {
    /// Up to which moment reminders are due.
    pub until: Instant,
}

impl Operation for Postpone {
    type Answer = Option<Due>;
    const NAME: Name = Name::DueRun;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DueDone];
}

impl Command for Postpone {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Option<Due>>, Failure> {
        let Some(due) = cx.store.due_by(self.until, 1)?.pop() else {
            return Ok(Done::new(Outcome::DueDone, None));
        };
        cx.store.done(&due)?;
        let later = due.put_off(self.until);
        cx.store.remind(&later)?;
        Ok(Done::new(Outcome::DueDone, Some(later)))
    }
}
