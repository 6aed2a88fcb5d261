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

/// That it went well, twice in XML: some clients look for it at the top.
fn success() -> Fields {
    let inner = Fields::new().xml("NsSuccess", "1");
    Fields::new().xml_group("RegisterNameserver", inner).one("NsSuccess", "1")
}
