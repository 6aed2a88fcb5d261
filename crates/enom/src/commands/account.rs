//! The account itself.

mod balance;
mod check_login;

use super::commands;

commands! {
    "CheckLogin" AccountCredit check_login::run;
    "GetBalance" AccountCredit balance::run;
}
