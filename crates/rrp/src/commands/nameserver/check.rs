//! `CheckNameserver`: whether a host is known. The code is the answer; one that is known shows its addresses.

use engine::Field;
use engine::model::DomainName;
use engine::ops::host::{Check, Info};

use super::address::shown;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("NAMESERVER", Field::HostName, DomainName::parse);
    let name = params.finish(name)?;
    let done = call.glance(Check { names: vec![Ok(name.clone())] })?;
    let columns = Columns::new().one("nameserver", name.as_str());
    let Some(taken) = done.answer.iter().find_map(|answer| answer.taken.clone()) else {
        return Ok(Reply::of(done, |_| columns));
    };
    let host = call.query(Info { name }).await?.answer.host;
    Ok(Reply::verdict(taken, columns.many("ipaddress", shown(&host.addresses, call.face))))
}
