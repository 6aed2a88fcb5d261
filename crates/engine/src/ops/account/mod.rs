//! Accounts: what their operator does with them, and how someone proves to act for one.

mod announce;
mod credit;
mod deposit;
mod find_billing;
mod find_delivery;
mod list;
mod login;
mod movements;
mod open;
mod password;
mod ping_later;
mod report_abuse;
mod set_billing;
mod set_delivery;
mod set_password;
mod set_terms;
mod statement;
mod update;

pub use announce::Announce;
pub use credit::Credit;
pub use deposit::Deposit;
pub use find_billing::{BillingView, FindBilling};
pub use find_delivery::FindDelivery;
pub use list::{AccountLine, List};
pub use login::{Attempt, Claim, FindLogin, LoginRecord};
pub use movements::{Direction, Movement};
pub use open::Open;
pub use password::{Cost, NewSecret, hash_password};
pub use ping_later::PingLater;
pub use report_abuse::ReportAbuse;
pub use set_billing::SetBilling;
pub use set_delivery::SetDelivery;
pub use set_password::SetPassword;
pub use set_terms::SetTerms;
pub use statement::{Statement, StatementPage};
pub use update::Update;
