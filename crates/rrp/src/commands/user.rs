//! Accounts below the account: registrars in RRPproxy's words, users in HEXONET's.

mod add;
mod add_accounting;
mod assign;
mod book;
mod check_authentication;
mod check_name;
mod delete;
mod find;
mod list;
mod modify;
mod password;
mod status;

pub(in crate::commands) use book::person;

use super::commands;

commands! {
    "AddRegistrar" / "AddUser" SubaccountOpen add::run;
    "ModifyRegistrar" / "ModifyUser" SubaccountUpdate modify::run;
    "DeleteRegistrar" / "DeleteUser" SubaccountClose delete::run;
    "AssignUser" SubaccountAssign assign::run;
    "StatusRegistrar" / "StatusUser" SubaccountInfo status::run;
    "QueryRegistrarList" / "QueryUserList" SubaccountList list::run;
    "FindRegistrar" / "FindUser" SubaccountList find::run;
    "AddAccounting" SubaccountMoveCredit add_accounting::run;
    "CheckUsername" AccountCheckLogin check_name::run;
    "ModifyUserPassword" AccountSetPassword password::run;
    "CheckAuthentication" AccountLogin check_authentication::run;
}
