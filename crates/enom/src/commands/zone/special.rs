//! `GetDomainSRVHosts`, `SetDomainSRVHosts`, `GetSPFHosts` and `SetSPFHosts`: rows that say where services are, and who may send
//! mail for the domain.

use engine::Field;
use engine::model::{DnsRow, RecordType};

use super::rows;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn get_srv(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let zone = rows::read(call, &name).await?;
    let records = zone.rows.iter().filter(|row| is_service(row)).zip(1..);
    let records = records.fold(Fields::new(), |fields, (row, place)| fields.row("srv", place, service(row)));
    Ok(Reply::new(Fields::new().group("srv-records", records)))
}

/// Service and protocol stand in the name, the rest in the data: priority, weight, port, target.
fn service(row: &DnsRow) -> Vec<(&'static str, String)> {
    let mut labels = row.name.labels();
    let mut label = || labels.next().unwrap_or_default().to_owned();
    let (service, protocol) = (label(), label());
    let mut words = row.rdata.text().split(' ').map(str::to_owned);
    let mut word = || words.next().unwrap_or_default();
    vec![
        ("HostID", row.id.0.to_string()),
        ("Service", service),
        ("Protocol", protocol),
        ("Priority", word()),
        ("Weight", word()),
        ("Port", word()),
        ("Target", word()),
    ]
}

pub(in crate::commands) async fn set_srv(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let mut new = Vec::new();
    for place in (1..=MOST).filter(|_| name.is_some()) {
        let text = |part: &str| params.text(&format!("{part}{place}")).map(str::trim).unwrap_or_default();
        let (service, protocol, target) = (text("Service"), text("Protocol"), text("Target"));
        if service.is_empty() || target.is_empty() {
            continue;
        }
        let data = format!("{} {} {} {target}", text("Priority"), text("Weight"), text("Port"));
        let Some(zone) = &name else { break };
        let read = rows::row(zone, &format!("{service}.{protocol}"), RecordType::Srv, &data);
        new.extend(params.take(Field::DnsRdata, read));
    }
    let name = params.finish(name)?;
    rows::read(call, &name).await?.replace(name, is_service, new).send(call).await?;
    Ok(Reply::new(Fields::new()))
}

pub(in crate::commands) async fn get_spf(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let zone = rows::read(call, &name).await?;
    let cells = |row: &DnsRow| {
        vec![
            ("HostName", row.name.to_string()),
            ("Address", row.rdata.text().to_owned()),
            ("HostID", row.id.0.to_string()),
        ]
    };
    let hosts = zone.rows.iter().filter(|row| is_sender(row)).zip(1..);
    let fields = hosts.fold(Fields::new(), |fields, (row, place)| fields.row("host", place, cells(row)));
    Ok(Reply::new(fields))
}

pub(in crate::commands) async fn set_spf(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let mut new = Vec::new();
    for place in 1..=MOST {
        let text = |part: &str| params.text(&format!("{part}{place}")).map(str::to_owned);
        let (Some(zone), Some(address)) = (&name, text("Address")) else { continue };
        let host = text("HostName").unwrap_or_default();
        new.extend(params.take(Field::DnsRdata, rows::row(zone, &host, RecordType::Txt, address.trim())));
    }
    let name = params.finish(name)?;
    rows::read(call, &name).await?.replace(name, is_sender, new).send(call).await?;
    Ok(Reply::new(Fields::new()))
}

fn is_service(row: &DnsRow) -> bool {
    row.rdata.kind() == RecordType::Srv
}

fn is_sender(row: &DnsRow) -> bool {
    row.rdata.kind() == RecordType::Txt && row.rdata.text().to_ascii_lowercase().starts_with("v=spf1")
}

/// Rows in one request.
const MOST: usize = 50;
