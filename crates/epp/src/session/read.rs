//! From a document to a request.

use engine::{Field, Outcome, Refusal, Refusals};
use outcomes::Operation as Name;
use wire::xml::{Document, Element, Limits};

use super::unreadable;
use crate::{
    commands,
    dialect::{About, Dialect},
    login::{self, Login},
    namespaces::EPP,
    syntax,
};

/// What a document asks for.
pub(super) enum Request<D: Dialect> {
    Hello,
    Login(Box<Login<D::Services>>),
    Logout,
    /// On objects or on the queue.
    Command(D::Request),
}

/// A document, read as far as it could be.
pub(super) struct Incoming<D: Dialect> {
    /// The client's transaction id, if it could be found.
    pub(super) client_id: Option<String>,
    /// The operation and its object, as far as they are known.
    pub(super) about: About<D::Subject>,
    /// What is asked for, or why that cannot be read.
    pub(super) request: Result<Request<D>, Refusals>,
}

impl<D: Dialect> Incoming<D> {
    fn unread(refusal: impl Into<Refusals>) -> Self {
        Self { client_id: None, about: About::default(), request: Err(refusal.into()) }
    }
}

/// Reads a document. Whatever is wrong with it, the client's transaction id is found if it is there, so that the
/// client can tell which of its commands was refused.
pub(super) fn read<D: Dialect>(document: &[u8], dialect: &D, services: Option<&D::Services>) -> Incoming<D> {
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
        Ok(child) => read_child(child, dialect, services),
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

fn read_child<D: Dialect>(
    child: Element<'_, '_>,
    dialect: &D,
    services: Option<&D::Services>,
) -> Incoming<D> {
    if child.namespace() != Some(EPP) {
        return Incoming::unread(syntax::unexpected(child, "hello, command or extension"));
    }
    match child.name() {
        "hello" => {
            let about = About { operation: Some(Name::SessionHello), ..About::default() };
            Incoming { client_id: None, about, request: Ok(Request::Hello) }
        }
        "command" => read_command(child, dialect, services),
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
fn read_command<D: Dialect>(
    command: Element<'_, '_>,
    dialect: &D,
    services: Option<&D::Services>,
) -> Incoming<D> {
    let client_id = match client_id(command) {
        Ok(id) => id,
        Err(refusal) => return Incoming::unread(refusal),
    };
    let mut about = About::default();
    let request = parse_command(command, dialect, services, &mut about);
    Incoming { client_id, about, request }
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

fn parse_command<D: Dialect>(
    command: Element<'_, '_>,
    dialect: &D,
    services: Option<&D::Services>,
    about: &mut About<D::Subject>,
) -> Result<Request<D>, Refusals> {
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

    if verb.namespace() != Some(EPP) {
        return Err(unknown(verb).into());
    }
    about.operation = session_operation(verb.name());
    match (verb.name(), services) {
        ("login", _) => read_login(verb, extension, dialect).map(Box::new).map(Request::Login),
        ("logout", _) => Ok(Request::Logout),
        ("poll", Some(services)) => dialect.read(verb, extension, services, about).map(Request::Command),
        ("poll", None) => Err(Refusal::new(Outcome::LoginRequired).into()),
        (name, _) if !commands::acts_on_objects(name) => Err(unknown(verb).into()),
        // Which objects may be used is known only after the login.
        (_, None) => Err(Refusal::new(Outcome::LoginRequired).into()),
        (_, Some(services)) => dialect.read(verb, extension, services, about).map(Request::Command),
    }
}

fn unknown(verb: Element<'_, '_>) -> Refusal {
    Refusal::new(Outcome::CommandUnknown).value(verb.name())
}

fn read_login<D: Dialect>(
    verb: Element<'_, '_>,
    extension: Option<Element<'_, '_>>,
    dialect: &D,
) -> Result<Login<D::Services>, Refusals> {
    let mut login =
        login::parse(verb, |objects, extensions, findings| dialect.announced(objects, extensions, findings))?;
    login.clid = dialect.login_name(login.clid);
    match extension {
        Some(extension) => dialect.extend_login(login, extension),
        None => Ok(login),
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
