//! The account itself, those below it, and its money.

mod balance;
mod book;
mod check_login;
mod create;
mod custom;
mod info;
mod list;
mod transactions;
mod update;

use super::commands;

commands! {
    "CheckLogin" AccountCredit check_login::run;
    "CreateSubAccount" SubaccountOpen create::run;
    "GetAccountInfo" SubaccountInfo info::run;
    "GetBalance" AccountCredit balance::run;
    "GetCustomerDefinedData" MemoFind custom::get;
    "GetSubAccounts" SubaccountList list::run;
    "GetTransHistory" AccountBookings transactions::run;
    "SetCustomerDefinedData" MemoSet custom::set;
    "UpdateAccountInfo" SubaccountUpdate update::run;
}
