//! `EnableServices` and `DisableServices`: whether the public sees a stand-in in the place of the people of a domain.

use engine::ops::privacy::{Disable, Enable};
use engine::{Command, Failure};
use outcomes::Operation as Name;

use super::named;
use crate::answer::{Ended, Reply, Troubles};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn enable(call: &Call<'_>, mut params: Params) -> Ended {
    let service = named::privacy(&mut params);
    let name = params.name();
    let name = params.finish(service.and(name))?;
    switched(call, Enable { name }, Name::PrivacyEnable).await
}

pub(in crate::commands) async fn disable(call: &Call<'_>, mut params: Params) -> Ended {
    let service = named::privacy(&mut params);
    let name = params.name();
    let name = params.finish(service.and(name))?;
    switched(call, Disable { name }, Name::PrivacyDisable).await
}

/// Clients read from a field of its own why nothing was done: what stands in the last line.
async fn switched<C: Command + Sync>(call: &Call<'_>, command: C, name: Name) -> Ended {
    match call.command(command).await {
        Ok(done) => Ok(Reply::of(done, |_| Fields::new().one("Status", "Successful"))),
        Err(Failure::Refused(refusals)) => {
            let why = Troubles::of(&refusals, Some(name)).lines.pop().unwrap_or_default();
            Ok(Reply::refused(Fields::new().one("Reason", why), refusals))
        }
        Err(fault) => Err(fault),
    }
}
