//! The login command (RFC 5730 section 2.9.1.1).

use engine::{Field, Findings, Outcome, Refusal, Refusals, model::Secret};
use wire::xml::Element;

use crate::{
    greeting::{LANGUAGE, VERSION},
    namespaces::EPP,
    services::Services,
    syntax,
};

/// A login, with services that are all offered.
pub(crate) struct Login {
    /// Who.
    pub(crate) clid: String,
    /// The password, perhaps from the login security extension.
    pub(crate) password: Secret,
    /// The password to be set.
    pub(crate) new_password: Option<Secret>,
    /// What the session will use.
    pub(crate) services: Services,
}

/// Reads the `login` element.
///
/// # Errors
/// Faults of syntax at once; then together `version_unsupported`, `language_unsupported`,
/// `object_service_unsupported` and `extension_unsupported`.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Login, Refusals> {
    let mut content = element.sequence();
    let clid = content.required(EPP, "clID").map_err(syntax::disorder)?;
    let password = content.required(EPP, "pw").map_err(syntax::disorder)?;
    let new_password = content.optional(EPP, "newPW").map_err(syntax::disorder)?;
    let options = content.required(EPP, "options").map_err(syntax::disorder)?;
    let svcs = content.required(EPP, "svcs").map_err(syntax::disorder)?;
    content.end().map_err(syntax::disorder)?;

    let mut findings = Findings::new();
    check_options(options, &mut findings)?;
    findings.end()?;
    let new_password = new_password.map(|element| secret(element)).transpose()?;
    Ok(Login { clid: token(clid)?, password: secret(password)?, new_password, services: services(svcs)? })
}

fn check_options(options: Element<'_, '_>, findings: &mut Findings) -> Result<(), Refusal> {
    let mut content = options.sequence();
    let version = content.required(EPP, "version").map_err(syntax::disorder)?;
    let language = content.required(EPP, "lang").map_err(syntax::disorder)?;
    content.end().map_err(syntax::disorder)?;

    let (version, language) = (token(version)?, token(language)?);
    if version != VERSION {
        findings.add(Refusal::new(Outcome::VersionUnsupported).at(Field::Version).value(version));
    }
    if !language.eq_ignore_ascii_case(LANGUAGE) {
        findings.add(Refusal::new(Outcome::LanguageUnsupported).at(Field::Language).value(language));
    }
    Ok(())
}

fn services(svcs: Element<'_, '_>) -> Result<Services, Refusals> {
    let mut content = svcs.sequence();
    let objects = content.some(EPP, "objURI", MOST_SERVICES).map_err(syntax::disorder)?;
    let extensions = content.optional(EPP, "svcExtension").map_err(syntax::disorder)?;
    content.end().map_err(syntax::disorder)?;
    let extensions = extensions.map(extension_uris).transpose()?.unwrap_or_default();
    let objects = objects.into_iter().map(token).collect::<Result<Vec<_>, _>>()?;
    Services::announced(&objects, &extensions)
}

fn extension_uris(element: Element<'_, '_>) -> Result<Vec<String>, Refusal> {
    let mut content = element.sequence();
    let uris = content.some(EPP, "extURI", MOST_SERVICES).map_err(syntax::disorder)?;
    content.end().map_err(syntax::disorder)?;
    uris.into_iter().map(token).collect()
}

fn token(element: Element<'_, '_>) -> Result<String, Refusal> {
    Ok(element.token().map_err(syntax::disorder)?.into_owned())
}

fn secret(element: Element<'_, '_>) -> Result<Secret, Refusal> {
    Ok(Secret::new(element.token().map_err(syntax::disorder)?))
}

/// More services than this nobody offers.
const MOST_SERVICES: usize = 100;
