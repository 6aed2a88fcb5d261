//! `nom-direct-rights-1.0`: whose right a name at the second level is.

use engine::{
    Field, Refusals,
    model::{Email, Handle},
    ops::domain::{Claimant, RightFound},
};
use wire::xml::{Element, Writer};

use crate::nominet::{
    fields::{Fields, text},
    namespaces::uri,
};

/// Reads who would like to register the name: a registrant, or a name with an e-mail address.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(super) fn read(element: Element<'_, '_>) -> Result<Claimant, Refusals> {
    let mut fields = Fields::of(element);
    let claimant = match fields.take("registrant") {
        Some(registrant) => {
            let handle = Handle::parse(&text(registrant)?).map_err(|bad| bad.at(Field::Registrant))?;
            Claimant::Contact(handle)
        }
        None => {
            let name = holder_name(fields.required("postalInfo")?)?;
            let email = Email::parse(&text(fields.required("email")?)?);
            Claimant::Person(name, email.map_err(|bad| bad.at(Field::ContactEmail))?)
        }
    };
    fields.end()?;
    Ok(claimant)
}

/// The organisation or, where there is none, the person.
fn holder_name(postal: Element<'_, '_>) -> Result<String, Refusals> {
    let mut fields = Fields::of(postal);
    let organisation = fields.take("org").map(text).transpose()?.filter(|org| !org.is_empty());
    let person = text(fields.required("name")?)?;
    Ok(organisation.unwrap_or(person).into_owned())
}

/// Writes `<nom-direct-rights:chkData>`: the name whose holder has the right, or none.
pub(super) fn render(right: Option<&RightFound>, xml: &mut Writer) {
    let uri = uri("nom-direct-rights", "1.0").unwrap_or_default();
    xml.open_with("nom-direct-rights:chkData", &[("xmlns:nom-direct-rights", uri)]);
    xml.leaf("nom-direct-rights:ror", right.map_or("", |right| right.of.as_str())).close();
}
