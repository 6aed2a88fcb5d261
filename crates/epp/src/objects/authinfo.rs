//! Authorization information (`authInfoType` of RFC 5731 and RFC 5733; RFC 9154).
//!
//! Nothing of it ever gets into a refusal.

use engine::{
    Field, Outcome, Refusal, Refusals,
    model::{AuthInfo, Secret},
    ops::AuthInfoProof,
};
use wire::xml::Element;

use super::values::Values;
use crate::syntax::{Content, attribute_invalid, normalized};

/// The authInfo to be set on an object; empty means none.
///
/// # Errors
/// Faults against the schema.
pub(super) fn read_new(
    element: Element<'_, '_>,
    namespace: &'static str,
    values: &mut Values,
) -> Result<Secret, Refusals> {
    set(chosen(element, namespace, &["pw", "ext"])?, namespace, values)
}

/// As [`read_new`], where a `null` may stand for none (`authInfoChgType` of RFC 5731).
///
/// # Errors
/// Faults against the schema.
pub(super) fn read_change(
    element: Element<'_, '_>,
    namespace: &'static str,
    values: &mut Values,
) -> Result<Secret, Refusals> {
    let chosen = chosen(element, namespace, &["pw", "ext", "null"])?;
    // The schema gives `null` no type, so whatever stands in it is as good as nothing.
    if chosen.name() == "null" { Ok(Secret::new("")) } else { set(chosen, namespace, values) }
}

/// The authInfo presented as proof for a domain or for one of its contacts.
///
/// # Errors
/// Faults against the schema.
pub(super) fn read_proof(
    element: Option<Element<'_, '_>>,
    namespace: &'static str,
    values: &mut Values,
) -> Result<Option<AuthInfoProof>, Refusals> {
    let Some(element) = element else { return Ok(None) };
    let chosen = chosen(element, namespace, &["pw", "ext"])?;
    let Some(Password { text, roid }) = password(chosen, namespace, values)? else { return Ok(None) };
    Ok(Some(AuthInfoProof { authinfo: AuthInfo::presented(text.expose()), roid }))
}

/// The authInfo presented as proof for the object itself.
///
/// # Errors
/// Faults against the schema.
pub(super) fn read_own_proof(
    element: Option<Element<'_, '_>>,
    namespace: &'static str,
    values: &mut Values,
) -> Result<Option<AuthInfo>, Refusals> {
    let Some(proof) = read_proof(element, namespace, values)? else { return Ok(None) };
    refuse_roid(proof.roid, values);
    Ok(Some(proof.authinfo))
}

/// A `pw` element.
struct Password {
    text: Secret,
    roid: Option<String>,
}

fn chosen<'doc, 'input>(
    element: Element<'doc, 'input>,
    namespace: &'static str,
    names: &[&'static str],
) -> Result<Element<'doc, 'input>, Refusals> {
    let mut content = Content::of(element, namespace)?;
    let chosen = content.choice(names)?;
    content.end()?;
    Ok(chosen)
}

fn set(chosen: Element<'_, '_>, namespace: &'static str, values: &mut Values) -> Result<Secret, Refusals> {
    let Some(Password { text, roid }) = password(chosen, namespace, values)? else {
        return Ok(Secret::new(""));
    };
    refuse_roid(roid, values);
    Ok(text)
}

/// Reads `pw`; notes that `ext` is not offered.
fn password(
    chosen: Element<'_, '_>,
    namespace: &'static str,
    values: &mut Values,
) -> Result<Option<Password>, Refusals> {
    if chosen.name() == "ext" {
        let mut content = Content::of(chosen, namespace)?;
        content.foreign()?;
        content.end()?;
        values.add(unimplemented("ext", "authorization information"));
        return Ok(None);
    }
    let text = Secret::new(normalized(chosen, &["roid"])?);
    Ok(Some(Password { text, roid: roid(chosen)? }))
}

/// An authInfo belongs to another object only where it proves something about a domain.
fn refuse_roid(roid: Option<String>, values: &mut Values) {
    if let Some(roid) = roid {
        values.add(unimplemented(&roid, "roid of this authorization information"));
    }
}

fn unimplemented(value: &str, option: &'static str) -> Refusal {
    Refusal::new(Outcome::OptionUnimplemented).at(Field::Authinfo).value(value).fact("option", option)
}

fn roid(password: Element<'_, '_>) -> Result<Option<String>, Refusals> {
    let Some(value) = password.attribute("roid") else { return Ok(None) };
    let roid = value.trim_matches(' ');
    if is_roid(roid) {
        return Ok(Some(roid.to_owned()));
    }
    Err(attribute_invalid(password, "roid", value, "an identifier such as D1-EXAMPLE").into())
}

/// `roidType`: `(\w|_){1,80}-\w{1,8}`.
fn is_roid(text: &str) -> bool {
    let Some((local, repository)) = text.split_once('-') else { return false };
    let fits = |part: &str, longest| {
        (1..=longest).contains(&part.chars().count()) && part.chars().all(|c| c.is_alphanumeric() || c == '_')
    };
    fits(local, 80) && fits(repository, 8)
}
