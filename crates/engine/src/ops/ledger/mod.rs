//! What the operator does with the books.

mod owed;
mod repay;

pub use owed::ListOwed;
pub use repay::Repay;
