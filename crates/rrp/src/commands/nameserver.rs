//! Name servers: hosts as objects.

mod add;
mod address;
mod check;
mod delete;
mod list;
mod modify;
mod status;

use super::commands;

commands! {
    "AddNameserver" HostCreate add::run;
    "CheckNameserver" HostCheck check::run;
    "DeleteNameserver" HostDelete delete::run;
    "ModifyNameserver" HostUpdate modify::run;
    "QueryNameserverList" HostList list::run;
    "StatusNameserver" HostInfo status::run;
}
