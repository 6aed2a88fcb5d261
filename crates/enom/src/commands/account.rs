//! The account itself, those below it, and its money.

mod balance;
mod book;
mod check_login;
mod create;
mod custom;
mod info;
mod list;
mod login;
mod preferences;
mod question;
mod refill;
mod transactions;
mod update;

use super::commands;

commands! {
    "CheckLogin" AccountCredit check_login::run;
    "CreateAccount" SubaccountOpen create::run_with_card;
    "CreateSubAccount" SubaccountOpen create::run;
    "GetAccountInfo" SubaccountInfo info::run;
    "GetAccountPassword" SubaccountPassword question::mail;
    "GetAccountValidation" SubaccountQuestion question::tell;
    "GetBalance" AccountCredit balance::run;
    "GetCusPreferences" PreferencesFind preferences::get;
    "GetCustomerDefinedData" MemoFind custom::get;
    "GetSubAccounts" SubaccountList list::run;
    "GetTransHistory" AccountBookings transactions::run;
    "RefillAccount" AccountCredit refill::run;
    "SetCustomerDefinedData" MemoSet custom::set;
    "UpdateAccountInfo" SubaccountUpdate update::run;
    "UpdateCusPreferences" PreferencesSet preferences::set;
    "UpdateNotificationAmount" SubaccountUpdate refill::notify;
}
