//! `SyncDomain`: makes what is told of a domain what the registry has. The registry is asked for every answer here, so
//! nothing can differ: what is left is whether the domain is the account's.

use engine::ops::domain::Dossier;

use super::name;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::entity(&mut params);
    let name = params.finish(name)?;
    let domain = name.as_str().to_owned();
    call.query(Dossier { name }).await.map(|done| Reply::about(done, "domain", domain))
}
