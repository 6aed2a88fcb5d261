//! The name servers of a domain, as host objects or as attributes (`nsType` of RFC 5731).

use engine::{
    Field, Refusals,
    model::{Delegation, DomainName, HostAttribute},
};
use wire::xml::{Element, Writer};

use crate::{
    namespaces::DOMAIN,
    objects::{address, values::Values},
    syntax::{Content, unexpected},
};

/// Reads the name servers, if any are named.
///
/// # Errors
/// Faults against the schema; both forms in one list are one.
pub(super) fn read(content: &mut Content<'_, '_>, values: &mut Values) -> Result<Delegation, Refusals> {
    let Some(element) = content.optional("ns")? else { return Ok(Delegation::default()) };
    let mut content = Content::of(element, DOMAIN)?;
    let servers = content.some_of(&[OBJECT, ATTRIBUTE], MOST)?;
    content.end()?;

    let form = if servers.iter().any(|server| server.name() == OBJECT) { OBJECT } else { ATTRIBUTE };
    if let Some(other) = servers.iter().find(|server| server.name() != form) {
        return Err(unexpected(*other, "one form of name servers, host objects or attributes").into());
    }
    match form {
        OBJECT => read_objects(servers, values).map(Delegation::Hosts),
        _ => read_attributes(servers, values).map(Delegation::Attributes),
    }
}

/// Writes the name servers, if there are any.
pub(super) fn render(hosts: &[DomainName], attributes: &[HostAttribute], xml: &mut Writer) {
    if hosts.is_empty() && attributes.is_empty() {
        return;
    }
    xml.open("domain:ns");
    for host in hosts {
        xml.leaf("domain:hostObj", host.as_str());
    }
    // The schema takes one form or the other. A zone has only one; objects come first should there ever be both.
    for attribute in attributes.iter().filter(|_| hosts.is_empty()) {
        xml.open("domain:hostAttr").leaf("domain:hostName", attribute.name.as_str());
        address::render("domain:hostAddr", &attribute.addresses, xml);
        xml.close();
    }
    xml.close();
}

fn read_objects(servers: Vec<Element<'_, '_>>, values: &mut Values) -> Result<Vec<DomainName>, Refusals> {
    let mut names = Vec::with_capacity(servers.len());
    for server in servers {
        names.extend(values.token(server, Field::NameServer, DomainName::parse)?);
    }
    Ok(names)
}

fn read_attributes(
    servers: Vec<Element<'_, '_>>,
    values: &mut Values,
) -> Result<Vec<HostAttribute>, Refusals> {
    let mut attributes = Vec::with_capacity(servers.len());
    for server in servers {
        let mut content = Content::of(server, DOMAIN)?;
        let name = values.required(&mut content, "hostName", Field::NameServer, DomainName::parse)?;
        let addresses = address::read(content.many("hostAddr", MOST)?, values)?;
        content.end()?;
        attributes.extend(name.map(|name| HostAttribute { name, addresses }));
    }
    Ok(attributes)
}

const OBJECT: &str = "hostObj";
const ATTRIBUTE: &str = "hostAttr";

/// More than any zone takes, of servers as of addresses of one.
const MOST: usize = 50;
