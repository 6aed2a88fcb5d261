//! Extensions. A new one is a file here and a line in [`EXTENSIONS`].

mod login_security;
mod rgp;
pub(crate) mod secdns;
mod secure_authinfo;
mod unhandled_namespaces;

use engine::{Outcome, Refusal, Refusals};
use wire::xml::{Element, Writer};

use crate::{answer::Answer, login::Login, request::Request, services::Services};

/// An extension of the protocol.
///
/// It works its part of a command into the request that the object's reader made, and adds its part to the answer.
pub(crate) trait Extension: Sync {
    /// The namespace, by which clients announce it.
    fn uri(&self) -> &'static str;

    /// Works its element of a command into the request.
    ///
    /// # Errors
    /// `extension_misplaced` when it does not go with the command, and what it finds wrong in its element.
    fn read(&self, element: Element<'_, '_>, request: Request) -> Result<Request, Refusals> {
        let _ = (element, request);
        Err(Refusal::new(Outcome::ExtensionMisplaced).value(self.uri()).into())
    }

    /// Works its element of a login into it.
    ///
    /// # Errors
    /// As [`Extension::read`].
    fn read_login(
        &self,
        element: Element<'_, '_>,
        login: Login<Services>,
    ) -> Result<Login<Services>, Refusals> {
        let _ = (element, login);
        Err(Refusal::new(Outcome::ExtensionMisplaced).value(self.uri()).into())
    }

    /// Whether it has something to add to an answer.
    fn speaks(&self, answer: &Answer) -> bool {
        let _ = answer;
        false
    }

    /// Writes its part of an answer: one child of `extension`. Called only if it has something to add.
    fn write(&self, answer: &Answer, xml: &mut Writer) {
        let _ = (answer, xml);
    }
}

/// Every extension that is offered, in the order of the greeting and of answers.
pub(crate) static EXTENSIONS: &[&dyn Extension] = &[
    &secdns::SecDns,
    &rgp::Rgp,
    &login_security::LoginSecurity,
    &unhandled_namespaces::UnhandledNamespaces,
    &secure_authinfo::SecureAuthInfo,
];

/// The namespaces of all extensions.
pub(crate) fn uris() -> impl Iterator<Item = &'static str> {
    EXTENSIONS.iter().map(|extension| extension.uri())
}

/// Works the `extension` element of a command into its request.
///
/// # Errors
/// `extension_unsupported`, `extension_not_announced`, `extension_repeated`, and what each extension finds.
pub(crate) fn read(
    element: Element<'_, '_>,
    services: &Services,
    request: Request,
) -> Result<Request, Refusals> {
    let announced = |_: &Request, uri: &str| services.has_extension(uri);
    each(element, request, announced, |extension, child, request| extension.read(child, request))
}

/// Works the `extension` element of a login into it. What it announces holds for it already.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_login(
    element: Element<'_, '_>,
    login: Login<Services>,
) -> Result<Login<Services>, Refusals> {
    let announced = |login: &Login<Services>, uri: &str| login.services.has_extension(uri);
    each(element, login, announced, |extension, child, login| extension.read_login(child, login))
}

fn each<T>(
    element: Element<'_, '_>,
    mut read: T,
    announced: impl Fn(&T, &str) -> bool,
    work_in: impl Fn(&dyn Extension, Element<'_, '_>, T) -> Result<T, Refusals>,
) -> Result<T, Refusals> {
    let mut seen: Vec<&str> = Vec::new();
    for child in element.children() {
        let uri = child.namespace().unwrap_or_default();
        if seen.contains(&uri) {
            return Err(refused(Outcome::ExtensionRepeated, uri));
        }
        seen.push(uri);
        let extension = EXTENSIONS.iter().find(|extension| extension.uri() == uri);
        let extension = extension.ok_or_else(|| refused(Outcome::ExtensionUnsupported, uri))?;
        if !announced(&read, uri) {
            return Err(refused(Outcome::ExtensionNotAnnounced, uri));
        }
        read = work_in(*extension, child, read)?;
    }
    Ok(read)
}

fn refused(outcome: Outcome, uri: &str) -> Refusals {
    Refusal::new(outcome).value(uri).into()
}
