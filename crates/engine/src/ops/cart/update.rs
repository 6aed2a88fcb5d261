use outcomes::{Operation as Name, Outcome};

use super::unknown;
use crate::{
    Command, Done, Failure, Findings, Operation, Writing,
    model::{CartItem, CartItemId},
};

/// Changes items in the actor's cart.
///
/// Changes: the items. Bills and notifies nothing. Checks whether each is in the cart; those that are not are named
/// together.
#[derive(Clone, Debug, Default)]
pub struct Update {
    /// Whether all items are active from now on, before single ones are changed.
    pub all_active: Option<bool>,
    /// Changes of single items.
    pub items: Vec<ItemChange>,
}

/// A change of an item. What is not named stays.
#[derive(Clone, Debug)]
pub struct ItemChange {
    /// The item.
    pub id: CartItemId,
    /// For how many years.
    pub years: Option<u8>,
    /// Whether what is registered renews itself.
    pub renews: Option<bool>,
    /// Whether it is ordered with the next order.
    pub is_active: Option<bool>,
}

impl ItemChange {
    fn of(&self, item: &mut CartItem) {
        item.years = self.years.unwrap_or(item.years);
        item.renews = self.renews.unwrap_or(item.renews);
        item.is_active = self.is_active.unwrap_or(item.is_active);
    }
}

impl Operation for Update {
    type Answer = ();
    const NAME: Name = Name::CartUpdate;
    const OUTCOMES: &'static [Outcome] = &[Outcome::CartUpdated, Outcome::CartItemUnknown];
}

impl Command for Update {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut items = cx.store.cart(cx.actor.id())?;
        let before = items.clone();
        if let Some(is_active) = self.all_active {
            items.iter_mut().for_each(|item| item.is_active = is_active);
        }
        let mut findings = Findings::new();
        for change in &self.items {
            match items.iter_mut().find(|item| item.id == change.id) {
                Some(item) => change.of(item),
                None => findings.add(unknown(change.id)),
            }
        }
        findings.end()?;
        for (item, _) in items.iter().zip(&before).filter(|(after, before)| after != before) {
            cx.store.update_cart_item(item)?;
        }
        Ok(Done::new(Outcome::CartUpdated, ()))
    }
}
