use outcomes::{Operation as Name, Outcome};

use crate::{Done, Failure, Operation, Query, Reading, model::Reseller};

/// Lists the resellers of the actor, by reference.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct List;

impl Operation for List {
    type Answer = Vec<Reseller>;
    const NAME: Name = Name::ResellerList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::ResellersListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<Reseller>>, Failure> {
        Ok(Done::new(Outcome::ResellersListed, cx.store.resellers(cx.actor.id())?))
    }
}
