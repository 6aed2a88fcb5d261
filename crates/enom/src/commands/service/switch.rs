//! `EnableServices` and `DisableServices`: whether the public sees a stand-in in the place of the people of a domain.

use engine::ops::privacy::Switch;
use engine::{Failure, Operation};

use super::named;
use crate::answer::{Ended, Reply, Troubles};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn enable(call: &Call<'_>, params: Params) -> Ended {
    switch(call, params, true).await
}

pub(in crate::commands) async fn disable(call: &Call<'_>, params: Params) -> Ended {
    switch(call, params, false).await
}

/// Clients read from a field of its own why nothing was done: what stands in the last line.
async fn switch(call: &Call<'_>, mut params: Params, on: bool) -> Ended {
    let service = named::privacy(&mut params);
    let name = params.name();
    let name = params.finish(service.and(name))?;
    match call.command(Switch { name, on }).await {
        Ok(done) => Ok(Reply::of(done, |()| Fields::new().one("Status", "Successful"))),
        Err(Failure::Refused(refusals)) => {
            let why = Troubles::of(&refusals, Some(Switch::NAME)).lines.pop().unwrap_or_default();
            Ok(Reply::refused(Fields::new().one("Reason", why), refusals))
        }
        Err(fault) => Err(fault),
    }
}
