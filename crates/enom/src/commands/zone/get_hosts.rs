//! `GetHosts`: the rows behind a domain, and where its visitors are led.

use engine::model::WebForwardingKind;
use engine::ops::web_forwarding;

use super::{
    forwarding::ALL,
    rows,
    shown::{self, Shown},
};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let zone = rows::read(call, &name).await?;
    let done = call.query(web_forwarding::List { held_name: Some(name.clone()), window: ALL }).await?;
    let mut listed = shown::hosts(&name, &zone.rows);
    Ok(Reply::of(done, |page| {
        let suffix = format!(".{name}");
        listed.extend(page.rows.iter().map(|forwarding| Shown {
            id: forwarding.id.0.to_string(),
            name: match forwarding.source.as_str().strip_suffix(&suffix) {
                Some(inner) => inner.to_owned(),
                None => "@".to_owned(),
            },
            kind: word(forwarding.kind),
            address: forwarding.target.as_str().to_owned(),
            preference: None,
        }));
        told(&listed)
    }))
}

fn told(rows: &[Shown]) -> Fields {
    let hosts = rows.iter().zip(1..).fold(Fields::new(), |fields, (row, place)| {
        let cells = Fields::new()
            .xml("name", row.name.clone())
            .xml("type", row.kind)
            .xml("address", row.address.clone());
        let cells = match &row.preference {
            Some(preference) => cells.xml("mxpref", preference.clone()),
            None => cells,
        };
        fields
            .xml_group("host", cells.xml("hostid", row.id.clone()))
            .text(format!("HostName{place}"), row.name.clone())
            .text(format!("Address{place}"), row.address.clone())
            .text(format!("RecordType{place}"), row.kind)
            .text(format!("MXPref{place}"), row.preference.clone().unwrap_or_default())
            .text(format!("hostid{place}"), row.id.clone())
    });
    hosts.text("HostCount", rows.len().to_string())
}

/// How visitors are led, as a type of rows.
pub(super) const fn word(kind: WebForwardingKind) -> &'static str {
    match kind {
        WebForwardingKind::Redirect => "URL",
        WebForwardingKind::Framed => "FRAME",
    }
}
