//! `AddNameserver`: a host, with addresses if it lies in a zone of ours. RRP itself asks for one there (RFC 2832 section 4.3.1).

use engine::Field;
use engine::model::DomainName;
use engine::ops::{Needless, host::Create};

use super::address::addresses;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::face::Face;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("NAMESERVER", Field::HostName, DomainName::parse);
    let is_inside = |name: &DomainName| call.policies().superordinate(name).is_some();
    let needs_address = call.face == Face::Rrp && name.as_ref().is_some_and(is_inside);
    if needs_address && !params.was_sent("IPADDRESS") {
        params.add(missing("IPADDRESS", Field::HostAddress));
    }
    let addresses = addresses(&mut params, "IPADDRESS");
    let create = params.finish(name.map(|name| Create { name, addresses, needless: Needless::default() }))?;
    let done = call.command(create).await?;
    let name = done.answer.name.to_string();
    Ok(Reply::about(done, "nameserver", name))
}
