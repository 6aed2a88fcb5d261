//! `AddNameserver`: a host, with addresses if it lies in a zone of ours.

use engine::Field;
use engine::model::DomainName;
use engine::ops::{Needless, host::Create};

use super::address::addresses;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("NAMESERVER", Field::HostName, DomainName::parse);
    let addresses = addresses(&mut params, "IPADDRESS");
    let create = params.finish(name.map(|name| Create { name, addresses, needless: Needless::default() }))?;
    let done = call.command(create).await?;
    let name = done.answer.name.to_string();
    Ok(Reply::about(done, "nameserver", name))
}
