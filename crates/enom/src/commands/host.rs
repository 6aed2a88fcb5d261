//! Name servers as objects.

mod add;
mod check;
mod delete;
mod update;

use super::commands;
use crate::fields::Fields;

commands! {
    "CheckNSStatus" HostInfo check::run;
    "DeleteNameServer" HostDelete delete::run;
    "RegisterNameServer" HostCreate add::run;
    "UpdateNameServer" HostUpdate update::run;
}

/// That it went well; in XML once more at the top, where some clients look for it in one spelling or the other.
fn success() -> Fields {
    let inner = Fields::new().xml("NsSuccess", "1");
    Fields::new().xml_group("RegisterNameserver", inner).one("NsSuccess", "1").xml("NSSuccess", "1")
}
