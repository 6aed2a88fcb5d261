use outcomes::{Operation as Name, Outcome};

use super::MemoRef;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Line, Memo},
};

/// Keeps a memo of the actor, in the place of what was there.
///
/// Changes: the memo. Bills and notifies nothing. Checks, if it is about a domain or an order: whether that exists, whose
/// it is.
#[derive(Clone, Debug)]
pub struct Set {
    /// Where.
    pub at: MemoRef,
    /// What it says.
    pub value: Line,
    /// Whether accounts below the actor's see it too.
    pub is_shown: bool,
    /// Who wrote it.
    pub entered_by: Option<Line>,
}

impl Operation for Set {
    type Answer = ();
    const NAME: Name = Name::MemoSet;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::MemoSet,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::OrderUnknown,
        Outcome::OrderOfAnother,
    ];

    fn object(&self) -> &str {
        self.at.key.as_str()
    }
}

impl Command for Set {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let place = self.at.place(cx)?;
        let (value, entered_by) = (self.value.clone(), self.entered_by.clone());
        let memo = Memo { value, is_shown: self.is_shown, entered_by, set_at: cx.now };
        cx.store.put_memo(&place, &memo)?;
        Ok(Done::new(Outcome::MemoSet, ()))
    }
}
