//! Every command, in the order of the standards: which object, which verb, who reads it.

use engine::{Outcome, Refusal, Refusals};
use wire::xml::Element;

use crate::{
    namespaces::{CONTACT, DOMAIN, EPP, HOST},
    objects::{contact, domain, host},
    request::Request,
    services::{OBJECTS, Services},
    syntax::{self, required_word},
};

/// How a command on an object is read.
type Parse = fn(Element<'_, '_>) -> Result<Request, Refusals>;

/// A command on an object: namespace, verb, reader. Transfers have one row, and are told apart by their `op`.
struct Row(&'static str, &'static str, Parse);

const COMMANDS: &[Row] = &[
    Row(DOMAIN, "check", |element| domain::check::parse(element).map(Request::DomainCheck)),
    Row(DOMAIN, "info", |element| domain::info::parse(element).map(|(info, filter)| Request::DomainInfo(info, filter))),
    Row(DOMAIN, "create", |element| domain::create::parse(element).map(Box::new).map(Request::DomainCreate)),
    Row(DOMAIN, "delete", |element| domain::delete::parse(element).map(Request::DomainDelete)),
    Row(DOMAIN, "renew", |element| domain::renew::parse(element).map(Request::DomainRenew)),
    Row(DOMAIN, "update", |element| domain::update::parse(element).map(Box::new).map(Request::DomainUpdate)),
    Row(HOST, "check", |element| host::check::parse(element).map(Request::HostCheck)),
    Row(HOST, "info", |element| host::info::parse(element).map(Request::HostInfo)),
    Row(HOST, "create", |element| host::create::parse(element).map(Request::HostCreate)),
    Row(HOST, "delete", |element| host::delete::parse(element).map(Request::HostDelete)),
    Row(HOST, "update", |element| host::update::parse(element).map(Request::HostUpdate)),
    Row(CONTACT, "check", |element| contact::check::parse(element).map(Request::ContactCheck)),
    Row(CONTACT, "info", |element| contact::info::parse(element).map(Request::ContactInfo)),
    Row(CONTACT, "create", |element| contact::create::parse(element).map(Box::new).map(Request::ContactCreate)),
    Row(CONTACT, "delete", |element| contact::delete::parse(element).map(Request::ContactDelete)),
    Row(CONTACT, "update", |element| contact::update::parse(element).map(Box::new).map(Request::ContactUpdate)),
];

/// How one transfer operation on an object is read: namespace, `op`, reader.
const TRANSFERS: &[Row] = &[
    Row(DOMAIN, "request", |element| domain::transfer::parse_request(element).map(Request::DomainTransferRequest)),
    Row(DOMAIN, "query", |element| domain::transfer::parse_query(element).map(Request::DomainTransferQuery)),
    Row(DOMAIN, "approve", |element| domain::transfer::parse_approve(element).map(Request::DomainTransferApprove)),
    Row(DOMAIN, "reject", |element| domain::transfer::parse_reject(element).map(Request::DomainTransferReject)),
    Row(DOMAIN, "cancel", |element| domain::transfer::parse_cancel(element).map(Request::DomainTransferCancel)),
    Row(CONTACT, "request", |element| contact::transfer::parse_request(element).map(Request::ContactTransferRequest)),
    Row(CONTACT, "query", |element| contact::transfer::parse_query(element).map(Request::ContactTransferQuery)),
    Row(CONTACT, "approve", |element| contact::transfer::parse_approve(element).map(Request::ContactTransferApprove)),
    Row(CONTACT, "reject", |element| contact::transfer::parse_reject(element).map(Request::ContactTransferReject)),
    Row(CONTACT, "cancel", |element| contact::transfer::parse_cancel(element).map(Request::ContactTransferCancel)),
];

/// The verbs that act on objects.
const VERBS: [&str; 6] = ["check", "info", "create", "delete", "renew", "update"];

/// The values of a transfer's `op`: each stands for itself.
const TRANSFER_OPERATIONS: [(&str, &str); 5] =
    [("request", "request"), ("query", "query"), ("approve", "approve"), ("reject", "reject"), ("cancel", "cancel")];

/// Whether a verb acts on an object.
pub(crate) fn acts_on_objects(verb: &str) -> bool {
    verb == "transfer" || VERBS.contains(&verb)
}

/// Reads a command on an object.
///
/// # Errors
/// `object_service_unsupported`, `object_service_not_announced`, `command_unimplemented`, and whatever its reader finds.
pub(crate) fn parse(verb: Element<'_, '_>, services: &Services) -> Result<Request, Refusals> {
    let mut content = verb.sequence();
    let object = content.any_other(EPP).map_err(syntax::disorder)?;
    content.end().map_err(syntax::disorder)?;
    let uri = object.namespace().unwrap_or_default();
    check_service(uri, services)?;
    if object.name() != verb.name() {
        return Err(syntax::unexpected(object, verb.name()).into());
    }

    let (table, key) = match verb.name() {
        "transfer" => (TRANSFERS, required_word(verb, "op", &TRANSFER_OPERATIONS)?),
        name => (COMMANDS, name),
    };
    match table.iter().find(|Row(namespace, name, _)| *namespace == uri && *name == key) {
        Some(Row(_, _, parse)) => parse(object),
        None => Err(Refusal::new(Outcome::CommandUnimplemented).value(verb.name()).into()),
    }
}

fn check_service(uri: &str, services: &Services) -> Result<(), Refusal> {
    if services.has_object(uri) {
        return Ok(());
    }
    let offered = OBJECTS.contains(&uri);
    let outcome = if offered { Outcome::ObjectServiceNotAnnounced } else { Outcome::ObjectServiceUnsupported };
    Err(Refusal::new(outcome).value(uri))
}
