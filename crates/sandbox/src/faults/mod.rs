//! Trouble on order, at the engine's ports.
//!
//! | port | met by |
//! |---|---|
//! | store, registry | [`FaultyStore`], before a job is handed to the store |
//! | ledger, prices, invoices, protection | the engine, inside the transaction, where it comes to that port |
//! | mail | whoever delivers notices, before each attempt |
//!
//! What happens then is what happens in earnest: the engine and the protocols know nothing of the order. The fault goes
//! the way of every fault, a transaction is rolled back, a notice is tried again later.

mod chance;
mod delay;
mod magic;
mod order;
mod pattern;
mod plan;
mod replay;
mod rule;
mod store;
mod trouble;

pub use magic::{SPELLS, Spell};
pub use order::{Nonsense, Order};
pub use pattern::Pattern;
pub use plan::{Orders, Plan};
pub use rule::Rule;
pub use store::FaultyStore;
pub use trouble::Trouble;

#[cfg(test)]
mod tests;
