//! Events: the account's notices.

mod class;
mod data;
mod delete;
mod list;
mod poll;
mod status;

use super::commands;

commands! {
    "QueryEventList" NoticeList list::run;
    "StatusEvent" NoticeInfo status::run;
    "DeleteEvent" PollAcknowledge delete::run;
    "PollEvent" PollRequest poll::run;
}
