//! Forwardings of mail and of visitors.

mod mail_add;
mod mail_delete;
mod mail_list;
mod web_add;
mod web_delete;
mod web_list;

use super::commands;

commands! {
    "AddMailFwd" MailForwardingAdd mail_add::run;
    "AddWebFwd" WebForwardingAdd web_add::run;
    "DeleteMailFwd" MailForwardingDelete mail_delete::run;
    "DeleteWebFwd" WebForwardingDelete web_delete::run;
    "QueryMailFwdList" MailForwardingList mail_list::run;
    "QueryWebFwdList" WebForwardingList web_list::run;
}
