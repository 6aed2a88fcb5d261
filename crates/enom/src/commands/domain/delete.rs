//! `DeleteRegistration`: gives a registration up, which is paid back in its first days.

use engine::ops::domain::Delete;
use outcomes::Operation as Name;

use crate::answer::{Ended, Reply, registry};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.command(Delete { name }).await?;
    let outcome = done.outcome;
    Ok(Reply::of(done, |()| {
        let deleted = Fields::new().one("domaindeleted", "True");
        let fields = Fields::new()
            .group("deletedomain", deleted)
            // Some clients look for it at the top, under this name.
            .xml("DomainDeleted", "True")
            .one("ErrString", "")
            .one("ErrSource", "")
            .one("ErrSection", "DELETEREGISTRATION");
        registry(fields, outcome, Name::DomainDelete)
    }))
}
