//! Double-entry credit: how operations are paid for.
//!
//! ```text
//!   quote   what an order costs an account: premium name, price list of the account, prices of the zone; then the tax
//!   charge  the price is taken and written down                     account --> revenue, account --> tax
//!   hold    the price is set aside until it is known whether it is due
//!             settle   it is: the price is taken and written down   account --> revenue, account --> tax
//!             release  it is not: the account has its money back
//!   refund  the lines of a charge are undone by lines of their own  revenue --> account, tax --> account
//! ```
//!
//! What is decided in the transaction that asks for it is charged: a hold that is settled in the transaction that
//! placed it is the same thing. What is decided later by others, such as a transfer that waits for an answer, is held.

mod charge;
mod hold;
mod quote;
mod refund;

pub use charge::{LowCredit, charge};
pub use hold::{hold, release, settle};
pub use quote::{Order, Quote, quote};
pub use refund::refund;
