use outcomes::{Operation as Name, Outcome};

use super::unknown;
use crate::{Command, Done, Failure, Operation, Writing, model::CartItemId};

/// Takes an item out of the actor's cart.
///
/// Changes: the cart. Bills and notifies nothing. Checks whether the item is there.
#[derive(Clone, Copy, Debug)]
pub struct Remove {
    /// The item.
    pub id: CartItemId,
}

impl Operation for Remove {
    type Answer = ();
    const NAME: Name = Name::CartRemove;
    const OUTCOMES: &'static [Outcome] = &[Outcome::CartItemRemoved, Outcome::CartItemUnknown];
}

impl Command for Remove {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        if cx.store.delete_cart_item(cx.actor.id(), self.id)? {
            return Ok(Done::new(Outcome::CartItemRemoved, ()));
        }
        Err(unknown(self.id).into())
    }
}
