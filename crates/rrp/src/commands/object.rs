//! Objects of any class, and what happened to them.

mod check_authorization;
mod class;
mod deletion_log;
mod list;
mod log;
mod log_status;
mod push;

use super::commands;

commands! {
    "QueryObjectList" ObjectList list::run;
    "QueryDomainHistoryList" ObjectLog log::of_domain;
    "QueryObjectDeletionLogList" ObjectDeletions deletion_log::run;
    "QueryObjectLogList" ObjectLog log::run;
    "StatusObjectLog" / "StatusDomainHistory" ObjectChange log_status::run;
    "PushObject" / "AssignObject" DomainPush push::run;
    "CheckAuthorization" ObjectLog check_authorization::run;
}
