//! `<contact:create>` (RFC 5733 section 3.2.1).

use engine::{
    Field, Refusals,
    model::{Details, Email, HandleForm, Particulars},
    ops::contact::{Create, Created},
};
use wire::xml::{Element, Writer};

use super::{DECLARED, disclosure, phone, postal, read_id};
use crate::{
    namespaces::CONTACT,
    objects::{authinfo, values::Values},
    syntax::Content,
};

/// Reads the command.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Create, Refusals> {
    let mut content = Content::of(element, CONTACT)?;
    let mut values = Values::new();
    let handle = read_id(&mut content, &mut values)?;
    let details = read_details(&mut content, &mut values)?;
    let authinfo = authinfo::read_new(content.required("authInfo")?, CONTACT, &mut values)?;
    let disclosure = content.optional("disclose")?.map(disclosure::read).transpose()?;
    content.end()?;

    let create = handle.zip(details).map(|(handle, details)| {
        let details = Details { disclosure, ..details };
        Create { handle: Some(handle), zone: None, details, authinfo, form: HandleForm::House, reuse: false }
    });
    values.settle(create)
}

/// Writes `<contact:creData>`.
pub(crate) fn render(created: &Created, xml: &mut Writer) {
    xml.open_with("contact:creData", DECLARED)
        .leaf("contact:id", created.handle.as_str())
        .leaf_display("contact:crDate", created.created_at)
        .close();
}

/// Reads what stands between the id and the authInfo.
fn read_details(content: &mut Content<'_, '_>, values: &mut Values) -> Result<Option<Details>, Refusals> {
    let mut postal = Vec::new();
    for address in content.some("postalInfo", postal::MOST)? {
        postal.extend(postal::read(address, values)?);
    }
    let voice = match content.optional("voice")? {
        Some(number) => phone::read(number, Field::ContactVoice, values)?,
        None => None,
    };
    let fax = match content.optional("fax")? {
        Some(number) => phone::read(number, Field::ContactFax, values)?,
        None => None,
    };
    let email = values.required(content, "email", Field::ContactEmail, Email::parse)?;
    Ok(email.map(|email| Details {
        postal,
        voice,
        fax,
        email,
        disclosure: None,
        particulars: Particulars::default(),
    }))
}

#[cfg(test)]
mod tests;
