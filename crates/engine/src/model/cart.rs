//! Carts: what an account means to order, put together before it is ordered.

use super::{AccountId, CartItemId, Goods, SealedSecret};

/// One thing in the cart of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CartItem {
    /// Its id.
    pub id: CartItemId,
    /// In whose cart.
    pub account: AccountId,
    /// What is meant to be ordered.
    pub goods: Goods,
    /// For how many years.
    pub years: u8,
    /// Whether what is registered renews itself.
    pub renews: bool,
    /// Whether what is registered is locked against transfers.
    pub is_locked: bool,
    /// Whether it is ordered with the next order; otherwise it stays in the cart.
    pub is_active: bool,
    /// What else is to be had with it, in the words of the protocol by which it came. They may hold secrets.
    pub words: Option<SealedSecret>,
}
