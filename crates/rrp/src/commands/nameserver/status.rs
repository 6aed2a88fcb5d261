//! `StatusNameserver`: a host, shown to anyone; in RRP itself only to its sponsor (RFC 2832 section 4.3.10).

use engine::model::{Clid, DomainName};
use engine::ops::host::{HostView, Info};
use engine::{Field, Outcome, Refusal};

use super::address::shown;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::face::Face;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("NAMESERVER", Field::HostName, DomainName::parse);
    let name = params.finish(name)?;
    let done = call.query(Info { name: name.clone() }).await?;
    if call.face == Face::Rrp && done.answer.sponsor != call.actor().account.clid {
        return Err(Refusal::new(Outcome::NotSponsor).at(Field::HostName).value(name).into());
    }
    Ok(Reply::of(done, |view| told(&view, call.face)))
}

fn told(view: &HostView, face: Face) -> Columns {
    let host = &view.host;
    let statuses = view.statuses.iter().map(|(status, _)| status.to_string()).collect();
    let columns = match face {
        Face::Cnr | Face::Rrp => Columns::new(),
        Face::Hexonet => Columns::new().one("host", host.name.as_str()),
    };
    columns
        .one("nameserver", host.name.as_str())
        .many("ipaddress", shown(&host.addresses, face))
        .many("status", statuses)
        .one("registrar", view.sponsor.as_str())
        .maybe("registrar transfer date", host.transferred_at.map(moment))
        .one("created date", moment(host.created_at))
        .one("created by", view.creator.as_str())
        .maybe("updated date", host.updated_at.map(moment))
        .maybe("updated by", view.updater.as_ref().map(Clid::as_str))
}
