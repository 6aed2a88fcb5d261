//! The name servers of a domain: `ns` objects up to 1.2, `host` elements from 2.0 on.

use engine::{
    Field, Findings, Refusals,
    model::{Delegation, DomainName, Host, HostAttribute},
    ops::host::Info,
};
use wire::xml::{Element, Writer};

use crate::nominet::{
    fields::{Fields, text},
    nom::ns,
    request::At,
    roid,
};

/// Reads name servers, if they are named: none at all where the element is empty.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Result<Option<Vec<HostAttribute>>, Refusals> {
    let Some(element) = fields.take("ns") else { return Ok(None) };
    let mut findings = Findings::new();
    let mut servers = Vec::new();
    for child in element.children() {
        servers.extend(match child.name() {
            "nsObj" => reference(child, &mut findings)?,
            _ => server(child, &mut findings)?,
        });
    }
    findings.finish(Some(servers))
}

/// The servers as the engine takes them: those that do not exist are made.
pub(super) fn delegation(servers: Vec<HostAttribute>) -> Delegation {
    if servers.is_empty() { Delegation::default() } else { Delegation::Listed(servers) }
}

/// The name of a server that exists.
fn reference(element: Element<'_, '_>, findings: &mut Findings) -> Result<Option<HostAttribute>, Refusals> {
    let name = findings.take(Field::NameServer, DomainName::parse(&text(element)?));
    Ok(name.map(|name| HostAttribute { name, addresses: Vec::new() }))
}

fn server(element: Element<'_, '_>, findings: &mut Findings) -> Result<Option<HostAttribute>, Refusals> {
    let mut fields = Fields::of(element);
    let name = match fields.take("name") {
        Some(name) => name,
        None => fields.required("hostName")?,
    };
    let name = text(name)?;
    let name = findings.take(Field::NameServer, DomainName::parse(name.trim_end_matches('.')));
    let addresses = [fields.all("addr"), fields.all("hostAddr")].concat();
    let addresses = ns::read_addresses(addresses, findings)?;
    fields.end()?;
    Ok(name.map(|name| HostAttribute { name, addresses }))
}

/// The servers behind names.
pub(super) async fn find(at: &At, names: &[DomainName]) -> Vec<Host> {
    let mut hosts = Vec::with_capacity(names.len());
    for name in names {
        // One that went meanwhile is no longer shown.
        hosts.extend(at.query(Info { name: name.clone() }).await.ok().map(|done| done.answer.host));
    }
    hosts
}

/// Writes the servers of a domain, in the form of the version.
pub(super) fn render(ns_uri: Option<&'static str>, hosts: &[Host], xml: &mut Writer) {
    if hosts.is_empty() {
        return;
    }
    let Some(uri) = ns_uri else {
        xml.open("domain:ns");
        for host in hosts {
            xml.open("domain:host").leaf("domain:hostName", host.name.as_str());
            for address in &host.addresses {
                let version = if address.is_v6() { "v6" } else { "v4" };
                xml.open_with("domain:hostAddr", &[("ip", version)]).display(address).close();
            }
            xml.close();
        }
        xml.close();
        return;
    };
    xml.open_with("domain:ns", &[("xmlns:ns", uri)]);
    for host in hosts {
        xml.open("ns:infData");
        ns::data(host, xml);
        xml.close();
    }
    xml.close();
}

/// Writes the servers of a new domain.
pub(super) fn render_created(ns_uri: Option<&'static str>, hosts: &[Host], xml: &mut Writer) {
    let Some(uri) = ns_uri else { return render(None, hosts, xml) };
    if hosts.is_empty() {
        return;
    }
    xml.open_with("domain:ns", &[("xmlns:ns", uri)]);
    for host in hosts {
        xml.open("ns:creData")
            .leaf("ns:roid", &roid::ns(host.id))
            .leaf("ns:name", host.name.as_str())
            .leaf("ns:crDate", &crate::nominet::text::time(host.created_at))
            .close();
    }
    xml.close();
}
