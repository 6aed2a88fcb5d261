//! The login command (RFC 5730 section 2.9.1.1).

use std::borrow::Cow;

use engine::{Field, Findings, Outcome, Refusal, Refusals, model::Secret};
use wire::xml::Element;

use crate::{
    greeting::{LANGUAGE, VERSION},
    namespaces::EPP,
    syntax::{Content, token},
};

/// A login, with services that are all offered.
pub(crate) struct Login<S> {
    /// Who.
    pub(crate) clid: String,
    /// The password, perhaps from the login security extension.
    pub(crate) password: Secret,
    /// The password to be set.
    pub(crate) new_password: Option<Secret>,
    /// What the session will use.
    pub(crate) services: S,
}

/// Reads the `login` element.
///
/// # Errors
/// Faults of syntax at once; then together `version_unsupported`, `language_unsupported` and what `announced` notes of
/// the services.
pub(crate) fn parse<S>(
    element: Element<'_, '_>,
    announced: impl FnOnce(&[Cow<'_, str>], &[Cow<'_, str>], &mut Findings) -> S,
) -> Result<Login<S>, Refusals> {
    let mut content = Content::of(element, EPP)?;
    let clid = content.required("clID")?;
    let password = content.required("pw")?;
    let new_password = content.optional("newPW")?;
    let options = content.required("options")?;
    let svcs = content.required("svcs")?;
    content.end()?;

    let mut findings = Findings::new();
    check_options(options, &mut findings)?;
    let login = Login {
        clid: token(clid, &[])?.into_owned(),
        password: secret(password)?,
        new_password: new_password.map(secret).transpose()?,
        services: services(svcs, |objects, extensions| announced(objects, extensions, &mut findings))?,
    };
    findings.finish(login)
}

fn check_options(options: Element<'_, '_>, findings: &mut Findings) -> Result<(), Refusals> {
    let mut content = Content::of(options, EPP)?;
    let version = content.required("version")?;
    let language = content.required("lang")?;
    content.end()?;

    let (version, language) = (token(version, &[])?, token(language, &[])?);
    if version != VERSION {
        findings.add(Refusal::new(Outcome::VersionUnsupported).at(Field::Version).value(version));
    }
    if !language.eq_ignore_ascii_case(LANGUAGE) {
        findings.add(Refusal::new(Outcome::LanguageUnsupported).at(Field::Language).value(language));
    }
    Ok(())
}

fn services<S>(
    svcs: Element<'_, '_>,
    announced: impl FnOnce(&[Cow<'_, str>], &[Cow<'_, str>]) -> S,
) -> Result<S, Refusals> {
    let mut content = Content::of(svcs, EPP)?;
    let objects = content.some("objURI", MOST_SERVICES)?;
    let extension = content.optional("svcExtension")?;
    content.end()?;
    let extensions = extension.map(extension_uris).transpose()?.unwrap_or_default();
    Ok(announced(&uris(objects)?, &uris(extensions)?))
}

fn extension_uris<'doc, 'input>(
    element: Element<'doc, 'input>,
) -> Result<Vec<Element<'doc, 'input>>, Refusals> {
    let mut content = Content::of(element, EPP)?;
    let uris = content.some("extURI", MOST_SERVICES)?;
    content.end()?;
    Ok(uris)
}

fn uris<'doc>(elements: Vec<Element<'doc, '_>>) -> Result<Vec<Cow<'doc, str>>, Refusals> {
    elements.into_iter().map(|element| token(element, &[])).collect()
}

/// Takes a password out of its element.
pub(crate) fn secret(element: Element<'_, '_>) -> Result<Secret, Refusals> {
    Ok(Secret::new(token(element, &[])?))
}

/// More services than this nobody offers.
const MOST_SERVICES: usize = 100;
