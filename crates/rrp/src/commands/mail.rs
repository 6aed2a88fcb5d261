//! Mail hosting: mailspaces, the mailboxes in them, and the addresses of these.

mod address_add;
mod address_delete;
mod address_list;
mod address_modify;
mod address_status;
mod mailbox_add;
mod mailbox_delete;
mod mailbox_list;
mod mailbox_modify;
mod mailbox_status;
mod parameters;
mod space_add;
mod space_delete;
mod space_list;
mod space_modify;
mod space_renew;
mod space_status;

use super::commands;

commands! {
    "AddEmailaddress" MailAddressAdd address_add::run;
    "AddMailbox" MailboxAdd mailbox_add::run;
    "AddMailspace" MailspaceAdd space_add::run;
    "DeleteEmailaddress" MailAddressDelete address_delete::run;
    "DeleteMailbox" MailboxDelete mailbox_delete::run;
    "DeleteMailspace" MailspaceDelete space_delete::run;
    "ModifyEmailaddress" MailAddressUpdate address_modify::run;
    "ModifyMailbox" MailboxUpdate mailbox_modify::run;
    "ModifyMailspace" MailspaceUpdate space_modify::run;
    "QueryEmailaddressList" MailAddressList address_list::run;
    "QueryMailboxList" MailboxList mailbox_list::run;
    "QueryMailspaceList" MailspaceList space_list::run;
    "RenewMailspace" MailspaceRenew space_renew::run;
    "StatusEmailaddress" MailAddressInfo address_status::run;
    "StatusMailbox" MailboxInfo mailbox_status::run;
    "StatusMailspace" MailspaceInfo space_status::run;
}
