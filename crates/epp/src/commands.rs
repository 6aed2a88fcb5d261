//! Every command, in the order of the standards: which object, which verb, who reads it.

use engine::{Outcome, Refusal, Refusals};
use outcomes::Operation as Name;
use wire::xml::Element;

use crate::{
    namespaces::{CONTACT, DOMAIN, EPP, HOST},
    objects::{contact, domain, host},
    request::Request,
    services::{OBJECTS, Services},
    syntax::{self, Content, required_word},
};

/// How a command on an object is read.
type Parse = fn(Element<'_, '_>) -> Result<Request, Refusals>;

/// A command on an object: namespace, verb, the operation's name in the catalogue, reader.
struct Row(&'static str, &'static str, Name, Parse);

const COMMANDS: &[Row] = &[
    Row(DOMAIN, "check", Name::DomainCheck, |element| {
        domain::check::parse(element).map(Request::DomainCheck)
    }),
    Row(DOMAIN, "info", Name::DomainInfo, |element| {
        domain::info::parse(element).map(|(info, filter)| Request::DomainInfo(info, filter))
    }),
    Row(DOMAIN, "create", Name::DomainCreate, |element| {
        domain::create::parse(element).map(Box::new).map(Request::DomainCreate)
    }),
    Row(DOMAIN, "delete", Name::DomainDelete, |element| {
        domain::delete::parse(element).map(Request::DomainDelete)
    }),
    Row(DOMAIN, "renew", Name::DomainRenew, |element| {
        domain::renew::parse(element).map(Request::DomainRenew)
    }),
    Row(DOMAIN, "update", Name::DomainUpdate, |element| {
        domain::update::parse(element).map(Box::new).map(Request::DomainUpdate)
    }),
    Row(HOST, "check", Name::HostCheck, |element| host::check::parse(element).map(Request::HostCheck)),
    Row(HOST, "info", Name::HostInfo, |element| host::info::parse(element).map(Request::HostInfo)),
    Row(HOST, "create", Name::HostCreate, |element| host::create::parse(element).map(Request::HostCreate)),
    Row(HOST, "delete", Name::HostDelete, |element| host::delete::parse(element).map(Request::HostDelete)),
    Row(HOST, "update", Name::HostUpdate, |element| host::update::parse(element).map(Request::HostUpdate)),
    Row(CONTACT, "check", Name::ContactCheck, |element| {
        contact::check::parse(element).map(Request::ContactCheck)
    }),
    Row(CONTACT, "info", Name::ContactInfo, |element| {
        contact::info::parse(element).map(Request::ContactInfo)
    }),
    Row(CONTACT, "create", Name::ContactCreate, |element| {
        contact::create::parse(element).map(Box::new).map(Request::ContactCreate)
    }),
    Row(CONTACT, "delete", Name::ContactDelete, |element| {
        contact::delete::parse(element).map(Request::ContactDelete)
    }),
    Row(CONTACT, "update", Name::ContactUpdate, |element| {
        contact::update::parse(element).map(Box::new).map(Request::ContactUpdate)
    }),
];

/// How one transfer operation on an object is read: namespace, `op`, reader.
const TRANSFERS: &[Row] = &[
    Row(DOMAIN, "request", Name::DomainTransferRequest, |element| {
        domain::transfer::parse_request(element).map(Request::DomainTransferRequest)
    }),
    Row(DOMAIN, "query", Name::DomainTransferQuery, |element| {
        domain::transfer::parse_query(element).map(Request::DomainTransferQuery)
    }),
    Row(DOMAIN, "approve", Name::DomainTransferApprove, |element| {
        domain::transfer::parse_approve(element).map(Request::DomainTransferApprove)
    }),
    Row(DOMAIN, "reject", Name::DomainTransferReject, |element| {
        domain::transfer::parse_reject(element).map(Request::DomainTransferReject)
    }),
    Row(DOMAIN, "cancel", Name::DomainTransferCancel, |element| {
        domain::transfer::parse_cancel(element).map(Request::DomainTransferCancel)
    }),
    Row(CONTACT, "request", Name::ContactTransferRequest, |element| {
        contact::transfer::parse_request(element).map(Request::ContactTransferRequest)
    }),
    Row(CONTACT, "query", Name::ContactTransferQuery, |element| {
        contact::transfer::parse_query(element).map(Request::ContactTransferQuery)
    }),
    Row(CONTACT, "approve", Name::ContactTransferApprove, |element| {
        contact::transfer::parse_approve(element).map(Request::ContactTransferApprove)
    }),
    Row(CONTACT, "reject", Name::ContactTransferReject, |element| {
        contact::transfer::parse_reject(element).map(Request::ContactTransferReject)
    }),
    Row(CONTACT, "cancel", Name::ContactTransferCancel, |element| {
        contact::transfer::parse_cancel(element).map(Request::ContactTransferCancel)
    }),
];

/// The verbs that act on objects.
const VERBS: [&str; 6] = ["check", "info", "create", "delete", "renew", "update"];

/// The values of a transfer's `op`: each stands for itself.
const TRANSFER_OPERATIONS: [(&str, &str); 5] = [
    ("request", "request"),
    ("query", "query"),
    ("approve", "approve"),
    ("reject", "reject"),
    ("cancel", "cancel"),
];

/// Whether a verb acts on an object.
pub(crate) fn acts_on_objects(verb: &str) -> bool {
    verb == "transfer" || VERBS.contains(&verb)
}

/// A command on an object, recognised and not yet read.
pub(crate) struct Recognised<'doc, 'input> {
    /// The operation's name in the catalogue.
    pub(crate) operation: Name,
    /// The element of the object.
    object: Element<'doc, 'input>,
    parse: Parse,
}

impl Recognised<'_, '_> {
    /// Reads it.
    ///
    /// # Errors
    /// Whatever its reader finds.
    pub(crate) fn parse(&self) -> Result<Request, Refusals> {
        (self.parse)(self.object)
    }
}

/// Recognises a command on an object.
///
/// # Errors
/// `object_service_unsupported`, `object_service_not_announced`, `command_unimplemented`, and faults of syntax.
pub(crate) fn recognise<'doc, 'input>(
    verb: Element<'doc, 'input>,
    services: &Services,
) -> Result<Recognised<'doc, 'input>, Refusals> {
    let mut content = Content::beside(&["op"], verb, EPP)?;
    let object = content.foreign()?;
    content.end()?;
    let uri = object.namespace().unwrap_or_default();
    check_service(uri, services)?;
    if object.name() != verb.name() {
        return Err(syntax::unexpected(object, verb.name()).into());
    }

    let (table, key) = match verb.name() {
        "transfer" => (TRANSFERS, required_word(verb, "op", &TRANSFER_OPERATIONS)?),
        name => (COMMANDS, name),
    };
    match table.iter().find(|Row(namespace, name, ..)| *namespace == uri && *name == key) {
        Some(Row(_, _, operation, parse)) => Ok(Recognised { operation: *operation, object, parse: *parse }),
        None => Err(Refusal::new(Outcome::CommandUnimplemented).value(verb.name()).into()),
    }
}

fn check_service(uri: &str, services: &Services) -> Result<(), Refusal> {
    if services.has_object(uri) {
        return Ok(());
    }
    let offered = OBJECTS.contains(&uri);
    let outcome =
        if offered { Outcome::ObjectServiceNotAnnounced } else { Outcome::ObjectServiceUnsupported };
    Err(Refusal::new(outcome).value(uri))
}
