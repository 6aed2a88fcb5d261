use outcomes::{Operation as Name, Outcome};

use crate::{Done, Failure, Operation, Query, Reading, model::Assortment, ops::subaccount::line_above};

/// Tells which zones the actor sells. An account that has not said so sells what the nearest account above it sells.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Copy, Debug)]
pub struct Find;

impl Operation for Find {
    type Answer = Assortment;
    const NAME: Name = Name::AssortmentFind;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AssortmentTold];
}

impl Query for Find {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Assortment>, Failure> {
        let above = line_above(cx, &cx.actor.account)?;
        let mut assortment = Assortment::default();
        for account in std::iter::once(cx.actor.id()).chain(above) {
            assortment = cx.store.assortment(account)?;
            if !assortment.zones.is_empty() {
                break;
            }
        }
        Ok(Done::new(Outcome::AssortmentTold, assortment))
    }
}
