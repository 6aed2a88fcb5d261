//! Several operations in one transaction: all of them, or none.
//!
//! Protocols have commands that are more than one operation here, such as a registration whose registrant is made with
//! it. Each part keeps its own name in the history, its own id, and its own order of checks.

use outcomes::{Operation as Name, Outcome};

use crate::{Command, Done, End, Failure, Glancing, Operation, Refusals, Writing, engine::check_declared};

/// One operation, and then another. It ends as the second does, with the warnings of both; how the first ended stands in
/// the answer.
#[derive(Clone, Debug)]
pub struct Together<A, B> {
    /// What is done first.
    pub first: A,
    /// What is done then, and gives the whole its name.
    pub then: B,
}

/// The same operation on several objects, in order. It ends as the last does.
#[derive(Clone, Debug)]
pub struct Several<T>(
    /// The operations; none at all do nothing.
    pub Vec<T>,
);

impl<A: Command + Sync, B: Command + Sync> Operation for Together<A, B> {
    type Answer = (Done<A::Answer>, B::Answer);
    const NAME: Name = B::NAME;
    /// Each part declares its own, which is looked at when it ends.
    const OUTCOMES: &'static [Outcome] = &Outcome::ALL;

    fn object(&self) -> &str {
        self.then.object()
    }
}

impl<A: Command + Sync, B: Command + Sync> Command for Together<A, B> {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        self.first.precheck(cx)?;
        self.then.precheck(cx)
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Self::Answer>, Failure> {
        let mut first = part(cx, &self.first)?;
        let mut then = part(cx, &self.then)?;
        then.warnings.splice(..0, std::mem::take(&mut first.warnings));
        Ok(then.map(|then| (first, then)))
    }
}

impl<T: Command + Sync> Operation for Several<T> {
    type Answer = Vec<T::Answer>;
    const NAME: Name = T::NAME;
    const OUTCOMES: &'static [Outcome] = &Outcome::ALL;

    fn object(&self) -> &str {
        match self.0.as_slice() {
            [one] => one.object(),
            _ => "",
        }
    }
}

impl<T: Command + Sync> Command for Several<T> {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        self.0.iter().try_for_each(|part| part.precheck(cx))
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Self::Answer>, Failure> {
        // Of none at all nobody asks how it ended: it stands in front of something else.
        let mut whole = Done::new(Outcome::DueDone, Vec::with_capacity(self.0.len()));
        for one in &self.0 {
            let done = part(cx, one)?;
            whole.outcome = done.outcome;
            whole.warnings.extend(done.warnings);
            whole.answer.push(done.answer);
        }
        Ok(whole)
    }
}

/// Does a part under an id of its own.
fn part<C: Command>(cx: &Writing<'_>, command: &C) -> Result<Done<C::Answer>, Failure> {
    let end: End<C> = command.run(&mut cx.at(cx.now));
    check_declared::<C>(&end);
    end
}
