use outcomes::{Operation as Name, Outcome};

use crate::{Done, Failure, Operation, Query, Reading, model::Protection};

/// Lists the protection services of the actor, its own and those it shares, by name.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Copy, Debug)]
pub struct List;

impl Operation for List {
    type Answer = Vec<Protection>;
    const NAME: Name = Name::ProtectionList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::ProtectionsListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<Protection>>, Failure> {
        Ok(Done::new(Outcome::ProtectionsListed, cx.store.protections_of(cx.actor.id())?))
    }
}
