//! Name servers (nom-ns).

use engine::{
    Field, Findings, Refusals,
    model::{DomainName, HostAddress},
    ops::{
        Needless, StatusChange,
        host::{Find, HostView, Update},
    },
};
use wire::xml::{Element, Writer};

use crate::nominet::{
    answer::Answer,
    commands::Reading,
    dialect::Subject,
    fields::{Fields, text},
    request::{At, Request},
    roid,
    text::time,
};

/// Reads `<ns:info>`.
///
/// # Errors
/// Faults against the schema; `host_unknown`.
pub(in crate::nominet) fn parse_info(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let uri = reading.namespace();
    let mut fields = Fields::of(reading.object);
    let roid = read_roid(reading, &mut fields)?;
    fields.end()?;
    Ok(Request::query(Find { id: roid::read_ns(&roid)? }, move |view| {
        Answer::of(move |xml| render(uri, &view, xml))
    }))
}

/// Reads `<ns:update>`. Addresses that are sent take the place of all that were.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse_update(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let roid = read_roid(reading, &mut fields)?;
    let id = roid::read_ns(&roid)?;
    let mut findings = Findings::new();
    let name = fields.take("name").map(text).transpose()?;
    let rename = name.and_then(|name| findings.take(Field::NewHostName, DomainName::parse(&name)));
    let wanted = read_addresses(fields.all("addr"), &mut findings)?;
    fields.end()?;
    findings.end()?;
    Ok(Request::new(move |at: At| async move {
        let kept = at.query(Find { id }).await?.answer.host;
        let is_new = |address: &&HostAddress| !kept.addresses.contains(address);
        let is_gone = |address: &&HostAddress| !wanted.is_empty() && !wanted.contains(address);
        let update = Update {
            name: kept.name.clone(),
            add: wanted.iter().filter(is_new).cloned().collect(),
            remove: kept.addresses.iter().filter(is_gone).cloned().collect(),
            statuses: StatusChange::default(),
            rename,
            needless: Needless::LeftOut,
        };
        Ok(at.command(update).await?.map(|()| Answer::nothing()))
    }))
}

/// Reads addresses; what is not marked is IPv4.
///
/// # Errors
/// Faults against the schema.
pub(in crate::nominet) fn read_addresses(
    elements: Vec<Element<'_, '_>>,
    findings: &mut Findings,
) -> Result<Vec<HostAddress>, Refusals> {
    let mut addresses = Vec::with_capacity(elements.len());
    for element in elements {
        let is_v6 = element.attribute("ip") == Some("v6");
        addresses.extend(findings.take(Field::HostAddress, HostAddress::parse(&text(element)?, is_v6)));
    }
    Ok(addresses)
}

fn read_roid(reading: &mut Reading<'_, '_, '_>, fields: &mut Fields<'_, '_>) -> Result<String, Refusals> {
    let roid = text(fields.required("roid")?)?.into_owned();
    reading.is_about(Subject::Ns(roid.clone()));
    Ok(roid)
}

fn render(uri: &'static str, view: &HostView, xml: &mut Writer) {
    xml.open_with("ns:infData", &[("xmlns:ns", uri)]);
    data(&view.host, xml);
    xml.leaf("ns:clID", view.sponsor.as_str())
        .leaf("ns:crID", view.creator.as_str())
        .leaf("ns:crDate", &time(view.host.created_at));
    if let Some((updater, at)) = view.updater.as_ref().zip(view.host.updated_at) {
        xml.leaf("ns:upID", updater.as_str()).leaf("ns:upDate", &time(at));
    }
    xml.close();
}

/// Writes what a name server says.
pub(super) fn data(host: &engine::model::Host, xml: &mut Writer) {
    xml.leaf("ns:roid", &roid::ns(host.id)).leaf("ns:name", host.name.as_str());
    for address in &host.addresses {
        let version = if address.is_v6() { "v6" } else { "v4" };
        xml.open_with("ns:addr", &[("ip", version)]).display(address).close();
    }
}
