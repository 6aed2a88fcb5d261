//! `<domain:info>` (RFC 5731 section 3.1.2).

use engine::Field;
use engine::{
    Refusals,
    model::{DomainName, Role},
    ops::domain::{DomainView, Info},
};
use wire::xml::{Element, Writer};

use super::{DECLARED, name_servers};
use crate::{
    namespaces::DOMAIN,
    objects::{authinfo, status, values::Values},
    syntax::{Content, Words, token, word},
};

/// Which hosts the client wants to see (`hostsType`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HostsFilter {
    /// Both of the following.
    All,
    /// Those the domain is delegated to.
    Delegated,
    /// Those that lie inside it.
    Subordinate,
    /// None.
    Neither,
}

/// Reads the command, and which hosts the answer is to show.
///
/// # Errors
/// Faults against the schema, an unknown choice of hosts among them; every bad value.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<(Info, HostsFilter), Refusals> {
    let mut content = Content::of(element, DOMAIN)?;
    let mut values = Values::new();
    let named = content.required("name")?;
    let name = values.take(Field::DomainName, DomainName::parse(&token(named, &["hosts"])?));
    let filter = word(named, "hosts", FILTERS)?.unwrap_or(HostsFilter::All);
    let proof = authinfo::read_proof(content.optional("authInfo")?, DOMAIN, &mut values)?;
    content.end()?;
    values.settle(name.map(|name| (Info { name, proof }, filter)))
}

/// Writes `<domain:infData>`: all of it to those who may see all, otherwise what the sponsor has to suffer others to
/// see. The authInfo is never shown (RFC 9154 section 4.3).
pub(crate) fn render(view: &DomainView, filter: HostsFilter, xml: &mut Writer) {
    let domain = &view.domain;
    xml.open_with("domain:infData", DECLARED)
        .leaf("domain:name", domain.name.as_str())
        .leaf("domain:roid", &domain.id.roid());
    status::render("domain:status", &view.statuses, xml);
    if view.full {
        render_contacts(view, xml);
    }
    render_hosts(view, filter, xml);
    xml.leaf("domain:clID", view.sponsor.as_str());
    render_history(view, xml);
    xml.close();
}

fn render_contacts(view: &DomainView, xml: &mut Writer) {
    if let Some(registrant) = view.registrant() {
        xml.leaf("domain:registrant", registrant.as_str());
    }
    for contact in view.contacts.iter().filter(|contact| contact.role != Role::Registrant) {
        xml.leaf_with("domain:contact", &[("type", contact.role.name())], contact.handle.as_str());
    }
}

fn render_hosts(view: &DomainView, filter: HostsFilter, xml: &mut Writer) {
    if filter.shows_delegated() {
        name_servers::render(&view.hosts, &view.attributes, xml);
    }
    for host in view.subordinate_hosts.iter().filter(|_| filter.shows_subordinate()) {
        xml.leaf("domain:host", host.as_str());
    }
}

fn render_history(view: &DomainView, xml: &mut Writer) {
    let domain = &view.domain;
    xml.leaf("domain:crID", view.creator.as_str()).leaf_display("domain:crDate", domain.created_at);
    if let Some(updater) = view.updater.as_ref().filter(|_| view.full) {
        xml.leaf("domain:upID", updater.as_str());
    }
    if let Some(updated_at) = domain.updated_at {
        xml.leaf_display("domain:upDate", updated_at);
    }
    xml.leaf_display("domain:exDate", domain.expires_at);
    if let Some(transferred_at) = domain.transferred_at.filter(|_| view.full) {
        xml.leaf_display("domain:trDate", transferred_at);
    }
}

impl HostsFilter {
    const fn shows_delegated(self) -> bool {
        matches!(self, Self::All | Self::Delegated)
    }

    const fn shows_subordinate(self) -> bool {
        matches!(self, Self::All | Self::Subordinate)
    }
}

const FILTERS: &Words<HostsFilter> = &[
    ("all", HostsFilter::All),
    ("del", HostsFilter::Delegated),
    ("sub", HostsFilter::Subordinate),
    ("none", HostsFilter::Neither),
];

#[cfg(test)]
mod tests;
