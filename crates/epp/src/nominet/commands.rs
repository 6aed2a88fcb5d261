//! Every command of both families: which namespace, which verb, which element, who reads it.

use engine::{Outcome, Refusal, Refusals};
use outcomes::Operation as Name;
use wire::xml::Element;

use super::{dialect::Subject, namespaces, nom, notices, request::Request, services::Services, std};
use crate::{
    dialect::About,
    namespaces::{CONTACT, DOMAIN, EPP, HOST},
    syntax::Content,
};

/// A command that is being read.
pub(super) struct Reading<'a, 'doc, 'input> {
    /// The element of the object.
    pub(super) object: Element<'doc, 'input>,
    /// The value of `op`, of a transfer.
    pub(super) op: Option<&'doc str>,
    /// Extensions that were not taken yet: their name without version, and their element.
    extensions: Vec<(&'static str, Element<'doc, 'input>)>,
    /// What the session announced.
    pub(super) services: &'a Services,
    /// What the command is about.
    pub(super) about: &'a mut About<Subject>,
}

impl<'doc, 'input> Reading<'_, 'doc, 'input> {
    /// Takes an extension of this name.
    pub(super) fn extension(&mut self, base: &str) -> Option<Element<'doc, 'input>> {
        let at = self.extensions.iter().position(|(known, _)| *known == base)?;
        Some(self.extensions.remove(at).1)
    }

    /// The namespace of the object in the version of the command.
    pub(super) fn namespace(&self) -> &'static str {
        let uri = self.object.namespace().unwrap_or_default();
        namespaces::known(uri).map_or(EPP, |(_, _, uri)| uri)
    }

    /// Names the object that a failure is reported of.
    pub(super) fn is_about(&mut self, subject: Subject) {
        self.about.subject = subject;
    }
}

type Parse = fn(&mut Reading<'_, '_, '_>) -> Result<Request, Refusals>;

/// Namespace without version, verb, element, the operation's name in the catalogue, reader.
struct Row(&'static str, &'static str, &'static str, Name, Parse);

#[rustfmt::skip]
const COMMANDS: &[Row] = &[
    Row("domain", "check", "check", Name::DomainCheck, std::domain::check::parse),
    Row("domain", "info", "info", Name::DomainInfo, std::domain::info::parse),
    Row("domain", "create", "create", Name::DomainCreate, std::domain::create::parse),
    Row("domain", "update", "update", Name::DomainUpdate, std::domain::update::parse),
    Row("domain", "renew", "renew", Name::DomainRenew, std::domain::renew::parse),
    Row("domain", "delete", "delete", Name::DomainDelete, std::domain::delete::parse),
    Row("contact", "check", "check", Name::ContactCheck, std::contact::check::parse),
    Row("contact", "info", "info", Name::ContactInfo, std::contact::info::parse),
    Row("contact", "create", "create", Name::ContactCreate, std::contact::create::parse),
    Row("contact", "update", "update", Name::ContactUpdate, std::contact::update::parse),
    Row("contact", "delete", "delete", Name::ContactDelete, std::contact::delete::parse),
    Row("host", "check", "check", Name::HostCheck, std::host::check::parse),
    Row("host", "info", "info", Name::HostInfo, std::host::info::parse),
    Row("host", "create", "create", Name::HostCreate, std::host::create::parse),
    Row("host", "update", "update", Name::HostUpdate, std::host::update::parse),
    Row("host", "delete", "delete", Name::HostDelete, std::host::delete::parse),
    Row("std-release", "update", "release", Name::DomainRelease, std::release::parse),
    Row("std-handshake", "update", "accept", Name::HandshakeAccept, std::handshake::parse_accept),
    Row("std-handshake", "update", "reject", Name::HandshakeReject, std::handshake::parse_reject),
    Row("std-list", "info", "list", Name::DomainListMonth, std::list::parse),
    Row("std-unrenew", "update", "unrenew", Name::DomainUnrenew, std::unrenew::parse),
    Row("std-fork", "update", "fork", Name::ContactFork, std::fork::parse),
    Row("std-locks", "update", "lock", Name::DomainLock, std::locks::parse_lock),
    Row("std-locks", "update", "unlock", Name::DomainLock, std::locks::parse_unlock),
    Row("std-contact-id", "update", "update", Name::ContactRename, std::contact_id::parse),
    Row("nom-tag", "info", "list", Name::TagList, std::tag::parse),
    Row("nom-reseller", "info", "info", Name::ResellerInfo, std::reseller::info::parse),
    Row("nom-reseller", "info", "list", Name::ResellerList, std::reseller::list::parse),
    Row("nom-reseller", "create", "create", Name::ResellerCreate, std::reseller::create::parse),
    Row("nom-reseller", "update", "update", Name::ResellerUpdate, std::reseller::update::parse),
    Row("nom-reseller", "delete", "delete", Name::ResellerDelete, std::reseller::delete::parse),

    Row("nom-domain", "check", "check", Name::DomainCheck, nom::domain::check::parse),
    Row("nom-domain", "info", "info", Name::DomainInfo, nom::domain::info::parse),
    Row("nom-domain", "info", "list", Name::DomainListMonth, nom::domain::list::parse),
    Row("nom-domain", "create", "create", Name::DomainCreate, nom::domain::create::parse),
    Row("nom-domain", "update", "update", Name::DomainUpdate, nom::domain::update::parse),
    Row("nom-domain", "update", "unrenew", Name::DomainUnrenew, nom::domain::unrenew::parse),
    Row("nom-domain", "update", "lock", Name::DomainLock, nom::domain::lock::parse_lock),
    Row("nom-domain", "update", "unlock", Name::DomainLock, nom::domain::lock::parse_unlock),
    Row("nom-domain", "renew", "renew", Name::DomainRenew, nom::domain::renew::parse),
    Row("nom-domain", "delete", "delete", Name::DomainDelete, nom::domain::delete::parse),
    Row("nom-domain", "transfer", "transfer", Name::DomainRelease, nom::domain::transfer::parse),
    Row("nom-notifications", "transfer", "rcCase", Name::HandshakeAccept, nom::handshake::parse),
    Row("nom-notifications", "transfer", "Case", Name::HandshakeAccept, nom::handshake::parse),
    Row("nom-account", "info", "info", Name::ContactFind, nom::account::info::parse),
    Row("nom-account", "update", "update", Name::ContactUpdate, nom::account::update::parse),
    Row("nom-account", "update", "fork", Name::ContactFork, nom::account::fork::parse),
    Row("nom-account", "update", "merge", Name::ContactMerge, nom::account::merge::parse),
    Row("nom-account", "update", "lock", Name::ContactLock, nom::account::lock::parse_lock),
    Row("nom-account", "update", "unlock", Name::ContactLock, nom::account::lock::parse_unlock),
    Row("nom-contact", "info", "info", Name::ContactFind, nom::contact::parse_info),
    Row("nom-contact", "update", "update", Name::ContactUpdate, nom::contact::parse_update),
    Row("nom-ns", "info", "info", Name::HostFind, nom::ns::parse_info),
    Row("nom-ns", "update", "update", Name::HostUpdate, nom::ns::parse_update),
];

/// Reads a command on an object or on the queue.
///
/// # Errors
/// `object_service_unsupported`, `object_service_not_announced`, `command_unimplemented`, faults with extensions and with
/// syntax, and what the reader of the command finds.
pub(super) fn read(
    verb: Element<'_, '_>,
    extension: Option<Element<'_, '_>>,
    services: &Services,
    about: &mut About<Subject>,
) -> Result<Request, Refusals> {
    if verb.name() == "poll" {
        return notices::poll(verb, services, about);
    }
    let mut content = Content::beside(&["op"], verb, EPP)?;
    let object = content.foreign()?;
    content.end()?;
    let base = check_service(object.namespace().unwrap_or_default(), services)?;
    let row = COMMANDS
        .iter()
        .find(|row| (row.0, row.1, row.2) == (base, verb.name(), object.name()))
        .ok_or_else(|| Refusal::new(Outcome::CommandUnimplemented).value(verb.name()))?;
    about.operation = Some(row.3);
    let extensions = extension.map(|element| announced(element, services)).transpose()?.unwrap_or_default();
    let op = verb.attribute("op");
    let mut reading = Reading { object, op, extensions, services, about };
    let request = (row.4)(&mut reading)?;
    match reading.extensions.first() {
        None => Ok(request),
        Some((_, stray)) => {
            let uri = stray.namespace().unwrap_or_default();
            Err(Refusal::new(Outcome::ExtensionMisplaced).value(uri).into())
        }
    }
}

/// The name without version of a namespace that the session may use.
fn check_service(uri: &str, services: &Services) -> Result<&'static str, Refusal> {
    let standard = [(DOMAIN, "domain"), (CONTACT, "contact"), (HOST, "host")];
    if let Some((_, base)) = standard.into_iter().find(|(known, _)| *known == uri) {
        // Hosts need not be announced: domains bring them along.
        let may = base == "host" || services.has_standard(uri);
        return may.then_some(base).ok_or_else(|| unannounced(uri));
    }
    match namespaces::known(uri) {
        None => Err(Refusal::new(Outcome::ObjectServiceUnsupported).value(uri)),
        // The objects of the nom family bring each other along.
        Some((base, ..)) if services.has(base) || base.starts_with("nom-") && services.is_nom() => Ok(base),
        Some((base, ..)) if base.starts_with("std-") => {
            Err(Refusal::new(Outcome::ExtensionNotAnnounced).value(uri))
        }
        Some(_) => Err(unannounced(uri)),
    }
}

fn unannounced(uri: &str) -> Refusal {
    Refusal::new(Outcome::ObjectServiceNotAnnounced).value(uri)
}

/// The extensions of a command, each of which has to be announced.
fn announced<'doc, 'input>(
    element: Element<'doc, 'input>,
    services: &Services,
) -> Result<Vec<(&'static str, Element<'doc, 'input>)>, Refusals> {
    let mut extensions: Vec<(&'static str, Element<'doc, 'input>)> = Vec::new();
    for child in element.children() {
        let uri = child.namespace().unwrap_or_default();
        let base = if uri == crate::namespaces::SECDNS {
            Some("secDNS").filter(|_| services.has_standard(uri))
        } else {
            let (base, ..) = namespaces::known(uri)
                .ok_or_else(|| Refusal::new(Outcome::ExtensionUnsupported).value(uri))?;
            Some(base).filter(|base| services.has(base))
        };
        let base = base.ok_or_else(|| Refusal::new(Outcome::ExtensionNotAnnounced).value(uri))?;
        if extensions.iter().any(|(known, _)| *known == base) {
            return Err(Refusal::new(Outcome::ExtensionRepeated).value(uri).into());
        }
        extensions.push((base, child));
    }
    Ok(extensions)
}
