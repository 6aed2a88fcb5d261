use outcomes::{Operation as Name, Outcome};

use super::unknown;
use crate::{
    Command, Done, Failure, Glancing, Operation, Refusals, Writing,
    model::{CartItem, CartItemId, Secret},
};

/// Says of an item in the actor's cart what else is to be had with it. What it says is looked at as far as that can be done
/// before it is ordered.
///
/// Changes: the item; what was said before is forgotten. Bills and notifies nothing. Checks, in this order: what the command that
/// will order it can refuse without the store; whether the item is in the cart.
#[derive(Clone, Debug)]
pub struct Configure<C> {
    /// The item.
    pub id: CartItemId,
    /// What is to be had with it.
    pub words: Secret,
    /// Whether it renews itself, if that is said.
    pub renews: Option<bool>,
    /// Whether it is locked against transfers, if that is said.
    pub is_locked: Option<bool>,
    /// What will order it.
    pub command: C,
}

impl<C: Command + Sync> Operation for Configure<C> {
    type Answer = ();
    const NAME: Name = Name::CartUpdate;
    /// What the command can refuse beforehand it declares itself.
    const OUTCOMES: &'static [Outcome] = &Outcome::ALL;

    fn object(&self) -> &str {
        self.command.object()
    }
}

impl<C: Command + Sync> Command for Configure<C> {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        self.command.precheck(cx)
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let items = cx.store.cart(cx.actor.id())?;
        let item = items.into_iter().find(|item| item.id == self.id).ok_or_else(|| unknown(self.id))?;
        let words = Some(cx.seal(&self.words, item.account)?);
        let renews = self.renews.unwrap_or(item.renews);
        let is_locked = self.is_locked.unwrap_or(item.is_locked);
        cx.store.update_cart_item(&CartItem { words, renews, is_locked, ..item })?;
        Ok(Done::new(Outcome::CartUpdated, ()))
    }
}
