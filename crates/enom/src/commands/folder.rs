//! Folders that the account sorts its domains into.

mod add;
mod assign;
mod delete;
mod detail;
mod list;
mod named;
mod update;

use super::commands;

commands! {
    "AddDomainFolder" FolderCreate add::run;
    "AssignToDomainFolder" FolderAssign assign::run;
    "DeleteDomainFolder" FolderDelete delete::run;
    "GetDomainFolderDetail" FolderInfo detail::run;
    "GetDomainFolderList" FolderList list::run;
    "UpdateDomainFolder" FolderUpdate update::run;
}
