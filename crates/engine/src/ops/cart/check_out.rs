use outcomes::{Operation as Name, Outcome};

use super::CartLine;
use crate::{Done, Failure, Operation, Query, Reading, ledger, model::Money};

/// Shows what the actor's next order consists of: the active items of its cart, by age. What cannot be paid as a whole is
/// not begun.
///
/// Changes, bills and notifies nothing. Checks whether the actor can pay for all of it. What it costs is billed item by
/// item, where all else is checked.
#[derive(Clone, Copy, Debug)]
pub struct CheckOut;

impl Operation for CheckOut {
    type Answer = Vec<CartLine>;
    const NAME: Name = Name::CartCheckOut;
    const OUTCOMES: &'static [Outcome] = &[Outcome::CartListed, Outcome::CreditInsufficient];
}

impl Query for CheckOut {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<CartLine>>, Failure> {
        let items = cx.store.cart(cx.actor.id())?.into_iter().filter(|item| item.is_active);
        let lines = items.map(|item| CartLine::of(cx, item)).collect::<Result<Vec<_>, _>>()?;
        let prices = lines.iter().filter_map(|line| line.total);
        let sum = prices.fold(0_i64, |sum, price| sum.saturating_add(price.minor));
        let left = cx.store.standing(cx.actor.id())?.left();
        if sum > left.minor {
            return Err(ledger::insufficient(left, Money::new(sum, left.currency)).into());
        }
        Ok(Done::new(Outcome::CartListed, lines))
    }
}
