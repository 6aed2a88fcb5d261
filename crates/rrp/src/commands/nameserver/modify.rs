//! `ModifyNameserver`: other addresses, another name.

use engine::Field;
use engine::model::DomainName;
use engine::ops::host::Update;
use engine::ops::{Needless, StatusChange};

use super::address::addresses;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("NAMESERVER", Field::HostName, DomainName::parse);
    let add = addresses(&mut params, "ADDIPADDRESS");
    let remove = addresses(&mut params, "DELIPADDRESS");
    let rename = params.read("NEWNAMESERVER", Field::NewHostName, DomainName::parse);
    let statuses = StatusChange::default();
    let needless = Needless::default();
    let update = params.finish(name.map(|name| Update { name, add, remove, statuses, rename, needless }))?;
    let shown = update.rename.as_ref().unwrap_or(&update.name).to_string();
    call.command(update).await.map(|done| Reply::about(done, "nameserver", shown))
}
