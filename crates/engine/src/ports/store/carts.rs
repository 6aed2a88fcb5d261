use super::{Inserted, Result};
use crate::model::{AccountId, CartItem, CartItemId};

/// Reads carts.
pub trait Carts {
    /// What is in the cart of an account, by age.
    fn cart(&self, account: AccountId) -> Result<Vec<CartItem>>;
}

/// Writes carts.
pub trait CartsMut: Carts {
    /// Adds an item, unless its domain is in the cart.
    fn insert_cart_item(&self, item: &CartItem) -> Result<Inserted>;

    /// Replaces what can change of an item: its years, what is wanted of it, whether it is active.
    fn update_cart_item(&self, item: &CartItem) -> Result<()>;

    /// Removes an item; whether it was there.
    fn delete_cart_item(&self, account: AccountId, id: CartItemId) -> Result<bool>;

    /// Removes all items of an account; how many there were.
    fn empty_cart(&self, account: AccountId) -> Result<usize>;
}
