//! From a document to a request.

use engine::{Field, Outcome, Refusal, Refusals};
use outcomes::Operation as Name;
use wire::xml::{Document, Element, Limits};

use super::unreadable;
use crate::{
    commands, extensions, login, namespaces::EPP, poll, request::Request, services::Services, syntax,
};

/// A document, read as far as it could be.
pub(super) struct Incoming {
    /// The client's transaction id, if it could be found.
    pub(super) client_id: Option<String>,
    /// The operation, as soon as it is recognised.
    pub(super) operation: Option<Name>,
    /// What is asked for, or why that cannot be read.
    pub(super) request: Result<Request, Refusals>,
}

impl Incoming {
    fn unread(refusal: impl Into<Refusals>) -> Self {
        Self { client_id: None, operation: None, request: Err(refusal.into()) }
    }
}

/// Reads a document. Whatever is wrong with it, the client's transaction id is found if it is there, so that the
/// client can tell which of its commands was refused.
pub(super) fn read(document: &[u8], services: &Services) -> Incoming {
    if document.iter().all(u8::is_ascii_whitespace) {
        return Incoming::unread(Refusal::new(Outcome::DocumentEmpty));
    }
    let document = match Document::parse(document, &Limits::EPP) {
        Ok(document) => document,
        Err(refused) => return Incoming::unread(unreadable::refusal(&refused)),
    };
    let root = document.root();
    if !root.is(EPP, "epp") {
        let refusal = Refusal::new(Outcome::DocumentNotEpp).fact("element", root.name());
        return Incoming::unread(refusal.fact("namespace", EPP));
    }
    match only_child(root) {
        Ok(child) => read_child(child, services),
        Err(refusals) => Incoming::unread(refusals),
    }
}

fn only_child<'doc, 'input>(root: Element<'doc, 'input>) -> Result<Element<'doc, 'input>, Refusals> {
    let mut content = root.sequence();
    let Some(child) = content.peek().map_err(syntax::disorder)? else {
        return Err(Refusal::new(Outcome::CommandMissing).into());
    };
    let rest = root.children().nth(1);
    rest.map_or(Ok(child), |second| Err(syntax::unexpected(second, "the end of epp").into()))
}

fn read_child(child: Element<'_, '_>, services: &Services) -> Incoming {
    if child.namespace() != Some(EPP) {
        return Incoming::unread(syntax::unexpected(child, "hello, command or extension"));
    }
    match child.name() {
        "hello" => {
            Incoming { client_id: None, operation: Some(Name::SessionHello), request: Ok(Request::Hello) }
        }
        "command" => read_command(child, services),
        "extension" => {
            let uri = child.children().next().and_then(|inner| inner.namespace()).unwrap_or_default();
            Incoming::unread(Refusal::new(Outcome::ProtocolExtensionUnimplemented).value(uri))
        }
        "greeting" | "response" => {
            Incoming::unread(Refusal::new(Outcome::DocumentNotARequest).fact("element", child.name()))
        }
        _ => Incoming::unread(syntax::unexpected(child, "hello, command or extension")),
    }
}

/// `verb, extension?, clTRID?`
fn read_command(command: Element<'_, '_>, services: &Services) -> Incoming {
    let client_id = match client_id(command) {
        Ok(id) => id,
        Err(refusal) => return Incoming::unread(refusal),
    };
    let mut operation = None;
    let request = parse_command(command, services, &mut operation);
    Incoming { client_id, operation, request }
}

fn client_id(command: Element<'_, '_>) -> Result<Option<String>, Refusal> {
    let Some(element) = command.children().find(|child| child.is(EPP, "clTRID")) else { return Ok(None) };
    let text = element.token().map_err(syntax::disorder)?;
    match text.chars().count() {
        0 => Ok(None),
        // Clients exist whose ids are shorter than the 3 characters of the schema: harmless.
        1..=LONGEST_CLIENT_ID => Ok(Some(text.into_owned())),
        _ => Err(Refusal::new(Outcome::TextTooLong).at(Field::ClientId).fact("longest", LONGEST_CLIENT_ID)),
    }
}

fn parse_command(
    command: Element<'_, '_>,
    services: &Services,
    operation: &mut Option<Name>,
) -> Result<Request, Refusals> {
    let mut content = command.sequence();
    let Some(verb) = content.peek().map_err(syntax::disorder)? else {
        return Err(Refusal::new(Outcome::CommandMissing).into());
    };
    if ["extension", "clTRID"].iter().any(|name| verb.is(EPP, name)) {
        return Err(Refusal::new(Outcome::CommandMissing).into());
    }
    let mut rest = command.children().skip(1).peekable();
    let extension = rest.next_if(|child| child.is(EPP, "extension"));
    rest.next_if(|child| child.is(EPP, "clTRID"));
    if let Some(stray) = rest.next() {
        return Err(syntax::unexpected(stray, "extension, clTRID or the end of command").into());
    }

    let request = parse_verb(verb, services, operation)?;
    match extension {
        Some(extension) => extensions::read(extension, services, request),
        None => Ok(request),
    }
}

fn parse_verb(
    verb: Element<'_, '_>,
    services: &Services,
    operation: &mut Option<Name>,
) -> Result<Request, Refusals> {
    let unknown = || Refusal::new(Outcome::CommandUnknown).value(verb.name());
    if verb.namespace() != Some(EPP) {
        return Err(unknown().into());
    }
    *operation = session_operation(verb.name());
    match verb.name() {
        "login" => login::parse(verb).map(Box::new).map(Request::Login),
        "logout" => Ok(Request::Logout),
        "poll" => poll::parse(verb),
        name if !commands::acts_on_objects(name) => Err(unknown().into()),
        // Which objects may be used is known only after the login.
        _ if services.is_empty() => Err(Refusal::new(Outcome::LoginRequired).into()),
        _ => {
            let recognised = commands::recognise(verb, services)?;
            *operation = Some(recognised.operation);
            recognised.parse()
        }
    }
}

fn session_operation(verb: &str) -> Option<Name> {
    match verb {
        "login" => Some(Name::SessionLogin),
        "logout" => Some(Name::SessionLogout),
        "poll" => Some(Name::PollRequest),
        _ => None,
    }
}

/// The longest client transaction id (`trIDStringType` of RFC 5730).
const LONGEST_CLIENT_ID: usize = 64;
