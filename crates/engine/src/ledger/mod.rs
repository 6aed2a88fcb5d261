//! Double-entry credit: how operations are paid for.
//!
//! ```text
//!   bill    what a purchase comes to, and whether the account can be billed: its credit is active, somebody is named for
//!           whom an invoice can be made, the tax settings are sound
//!   quote   what an order costs an account: premium name, price list of the account, prices of the zone; then the tax
//!   charge  the price is taken and written down                     account --> revenue, account --> tax
//!   hold    the price is set aside until it is known whether it is due
//!             settle   it is: the price is taken and written down   account --> revenue, account --> tax
//!             release  it is not: the account has its money back
//!   refund  the lines of a charge are undone by lines of their own  revenue --> account, tax --> account
//!   transfer credit goes from one account to another, without invoice: nothing was sold
//!   reverse the same for what was paid by one operation; where that fails, it is known how much is owed
//! ```
//!
//! What is decided in the transaction that asks for it is charged: a hold that is settled in the transaction that
//! placed it is the same thing. What is decided later by others, such as a transfer that waits for an answer, is held.
//! Each charge, each settled hold and each refund has an invoice.

mod bill;
mod charge;
mod hold;
mod invoice;
mod purchase;
mod quote;
mod refund;
mod transfer;

pub(crate) use charge::insufficient;
pub use charge::{LowCredit, Paid, charge};
pub use hold::{hold, release, settle};
pub use purchase::{CertificatePurchase, Item, MailspaceOrder, PrivacyOrder, ProtectionOrder, Purchase};
pub use quote::{Order, Quote, list_price, quote};
pub use refund::{Reversal, refund, reverse};
pub use transfer::transfer;
