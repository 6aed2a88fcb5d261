//! `SynchAuthInfo`: has a new authorisation code sent to the owner of a domain. The code itself is never told.

use engine::ops::domain::{Dossier, SendAuthinfo};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let sends = params.flag("EmailEPP").unwrap_or(true);
    let name = params.finish(name)?;
    if !sends {
        // This system is where the code is kept, so that it is never behind.
        let done = call.query(Dossier { name }).await?;
        return Ok(Reply::of(done, |_| Fields::new().one("InfoSynched", "True")));
    }
    let done = call.command(SendAuthinfo { name }).await?;
    Ok(Reply::of(done, |()| Fields::new().one("EPPEmailMessage", "Email has been sent.")))
}
