//! `DeleteNameServer`.

use engine::Field;
use engine::model::DomainName;
use engine::ops::host::Delete;
use outcomes::Operation as Name;

use super::success;
use crate::answer::{Ended, Reply, registry};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("NS", Field::HostName, DomainName::parse);
    let name = params.finish(name)?;
    let done = call.command(Delete { name }).await?;
    let outcome = done.outcome;
    Ok(Reply::of(done, |_| registry(success(), outcome, Name::HostDelete)))
}
