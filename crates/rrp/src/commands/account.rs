//! The account itself.

mod status;

use super::commands;

commands! {
    "StatusAccount" AccountCredit status::run;
}
