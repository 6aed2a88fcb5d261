//! What every check has in common: which names are free.

use outcomes::Outcome;

use crate::{Glancing, Refusal, ports::store::Kind};

/// Whether something is free, and why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Availability {
    /// The name in canonical form, or as it was sent if it cannot be read.
    pub name: String,
    /// Why it is not free; `None` when it is.
    pub taken: Option<Refusal>,
}

/// Answers each name in its place. `why_taken` is told a name and whether it is in use; a name that could not be read
/// is not free.
pub(super) fn answer_each<T: AsRef<str> + Into<String>>(
    names: Vec<Result<T, Refusal>>,
    kind: Kind,
    cx: &Glancing<'_>,
    why_taken: impl Fn(&T, bool) -> Option<Refusal>,
) -> Vec<Availability> {
    let mut readable = names.iter().flatten().map(AsRef::as_ref);
    let mut held = cx.names.held(kind, &mut readable).into_iter();
    let answer = |name: Result<T, Refusal>| match name {
        Ok(name) => {
            let taken = why_taken(&name, held.next().unwrap_or_default());
            Availability { name: name.into(), taken }
        }
        Err(refusal) => {
            Availability { name: refusal.value.clone().unwrap_or_default(), taken: Some(refusal) }
        }
    };
    names.into_iter().map(answer).collect()
}

/// # Errors
/// `check_too_many` beyond the house rule.
pub(super) fn refuse_too_many(count: usize, cx: &Glancing<'_>) -> Result<(), Refusal> {
    refuse_more(count, cx.policies.house.longest_check)
}

/// # Errors
/// `check_too_many` beyond a limit.
pub(super) fn refuse_more(count: usize, longest: usize) -> Result<(), Refusal> {
    if count <= longest {
        return Ok(());
    }
    Err(Refusal::new(Outcome::CheckTooMany).value(count).fact("longest", longest))
}
