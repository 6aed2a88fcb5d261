use outcomes::{Operation as Name, Outcome};

use crate::{Done, Failure, Operation, Query, Reading, model::Owed};

/// Lists the payments that have to be given back and could not be yet, oldest first.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Copy, Debug)]
pub struct ListOwed;

impl Operation for ListOwed {
    type Answer = Vec<Owed>;
    const NAME: Name = Name::LedgerOwed;
    const OUTCOMES: &'static [Outcome] = &[Outcome::OwedListed];
}

impl Query for ListOwed {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<Owed>>, Failure> {
        Ok(Done::new(Outcome::OwedListed, cx.store.all_owed()?))
    }
}
