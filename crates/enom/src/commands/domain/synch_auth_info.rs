//! `SynchAuthInfo`: has a new authorisation code sent to the owner of a domain. The code itself is never told.

use engine::ops::domain::{Dossier, SendAuthinfo};
use engine::{Failure, Outcome, Refusals};
use outcomes::Operation as Name;

use crate::answer::{Ended, Reply, Troubles};
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
    match call.command(SendAuthinfo { name }).await {
        Ok(done) => Ok(Reply::of(done, |()| Fields::new().one("EPPEmailMessage", "Email has been sent."))),
        Err(Failure::Refused(refusals)) if is_unsent(&refusals) => Ok(Reply::new(unsent(&refusals))),
        Err(failure) => Err(failure),
    }
}

fn is_unsent(refusals: &Refusals) -> bool {
    refusals.first().outcome == Outcome::MailUnavailable
}

/// A letter that cannot be sent now is no error of the command's, which tells of it in fields of its own.
fn unsent(refusals: &Refusals) -> Fields {
    let reason = Troubles::of(refusals, Some(Name::DomainSendAuthinfo)).lines.join(" ");
    Fields::new()
        .one("InfoSynched", "True")
        .one("EPPEmailMessage", "Email has not been sent.")
        .one("ErrString", reason)
        .one("ErrSource", "Email")
}
