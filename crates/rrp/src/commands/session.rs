//! Sessions.

mod start;
mod stop;

use super::commands;

commands! {
    "StartSession" AccountLogin start::run;
    "StopSession" / "EndSession" SessionLogout stop::run;
}
