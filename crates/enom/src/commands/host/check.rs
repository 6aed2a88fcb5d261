//! `CheckNSStatus`: a name server, as the registry has it.

use engine::Field;
use engine::model::DomainName;
use engine::ops::host::Info;
use outcomes::Operation as Name;

use crate::answer::{Ended, Reply, registry};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("CheckNSName", Field::HostName, DomainName::parse);
    let name = params.finish(name)?;
    let done = call.query(Info { name }).await?;
    let outcome = done.outcome;
    Ok(Reply::of(done, |view| {
        let host = &view.host;
        let addresses: Vec<String> = host.addresses.iter().map(|address| address.ip().to_string()).collect();
        let statuses = view.statuses.iter().zip(1..).fold(Fields::new(), |fields, ((status, _), place)| {
            fields.xml("status", status.name()).text(format!("WhoisStatus{place}"), status.name())
        });
        let cells = [
            ("name", host.name.to_string()),
            ("ipaddress", addresses.join(",")),
            ("attrib-id", host.id.roid()),
            ("attrib-clid", view.sponsor.to_string()),
            ("attrib-crid", view.creator.to_string()),
            ("attrib-crdate", moment(host.created_at)),
            ("attrib-upid", view.updater.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("attrib-update", host.updated_at.map(moment).unwrap_or_default()),
        ];
        let told = cells.into_iter().fold(Fields::new(), |fields, (name, value)| {
            fields.xml(name, value.clone()).text(format!("Whois{name}"), value)
        });
        let fields = Fields::new().one("NsCheckSuccess", "1");
        registry(fields.group("CheckNsStatus", told.group("status", statuses)), outcome, Name::HostInfo)
    }))
}
