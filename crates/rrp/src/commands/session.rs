//! Sessions.

mod start;
mod stop;
mod syntax;

use super::commands;

commands! {
    "StartSession" AccountLogin start::run;
    "QueryCommandSyntax" SessionPing syntax::run;
    "StopSession" / "EndSession" SessionLogout stop::run;
}
