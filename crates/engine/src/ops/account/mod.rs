//! Accounts: what their operator does with them, and how someone proves to act for one.

mod deposit;
mod list;
mod login;
mod open;
mod password;
mod set_password;
mod update;

pub use deposit::Deposit;
pub use list::{AccountLine, List};
pub use login::{Attempt, FindLogin, LoginRecord};
pub use open::Open;
pub use password::{Cost, hash_password};
pub use set_password::SetPassword;
pub use update::Update;
