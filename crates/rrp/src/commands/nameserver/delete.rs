//! `DeleteNameserver`.

use engine::Field;
use engine::model::DomainName;
use engine::ops::host::Delete;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("NAMESERVER", Field::HostName, DomainName::parse);
    let name = params.finish(name)?;
    let host = name.to_string();
    call.command(Delete { name }).await.map(|done| Reply::about(done, "nameserver", host))
}
