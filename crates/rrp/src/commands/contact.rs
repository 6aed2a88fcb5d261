//! Contacts.

mod add;
mod check;
mod clone;
mod data;
mod delete;
mod list;
mod modify;
mod status;
mod transfer;
mod validate;

use super::commands;

commands! {
    "AddContact" ContactCreate add::run;
    "CheckContact" ContactCheck check::one;
    "CheckContacts" ContactCheck check::several;
    "CloneContact" ContactCopy clone::run;
    "DeleteContact" ContactDelete delete::run;
    "ModifyContact" ContactUpdate modify::run;
    "QueryContactList" ContactList list::run;
    "StatusContact" ContactInfo status::run;
    "TransferContact" ContactTransferRequest transfer::run;
    "ValidateContact" ContactValidate validate::run;
}
