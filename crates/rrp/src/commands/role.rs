//! Roles of an account: logins that may give some commands only.

mod acl;
mod delete;
mod list;
mod set;
mod status;

pub(in crate::commands) use acl::networks;

use super::commands;

commands! {
    "CreateRoleUser" / "AddRoleUser" RoleSet set::create;
    "UpdateRoleUser" / "ModifyRoleUser" RoleSet set::update;
    "DeleteRoleUser" RoleRemove delete::run;
    "QueryRoleUserList" RoleList list::run;
    "StatusRoleUser" RoleList status::run;
}
