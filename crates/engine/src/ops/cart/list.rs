use outcomes::{Operation as Name, Outcome};

use super::CartLine;
use crate::{Done, Failure, Operation, Query, Reading};

/// Shows what is in the actor's cart with its prices, by age. A cart holds little, so it is answered whole.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Copy, Debug)]
pub struct List;

impl Operation for List {
    type Answer = Vec<CartLine>;
    const NAME: Name = Name::CartList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::CartListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<CartLine>>, Failure> {
        let items = cx.store.cart(cx.actor.id())?.into_iter();
        let lines = items.map(|item| CartLine::of(cx, item)).collect::<Result<_, _>>()?;
        Ok(Done::new(Outcome::CartListed, lines))
    }
}
