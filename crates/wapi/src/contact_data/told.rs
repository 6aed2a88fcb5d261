//! A contact's items in an answer.

use engine::model::{
    ContactItem, DeliveryAddress, Details, Identity, IdentityKind, Line, PersonName, Postal,
};

use super::phone_text;
use crate::tree::Tree;

/// What a contact says, as it may be shown to whoever must not see some items of it. Items that are not said are empty.
pub(crate) fn told(details: &Details, hidden: &[ContactItem]) -> Vec<(&'static str, Tree)> {
    let items = items(details).into_iter().map(|(name, item, text)| {
        let text = if hidden.contains(&item) { HIDDEN.to_owned() } else { text };
        (name, Tree::Text(text))
    });
    items.collect()
}

fn items(details: &Details) -> Vec<(&'static str, ContactItem, String)> {
    let (particulars, postal) = (&details.particulars, details.main_postal());
    let line = |part: fn(&Postal) -> Option<&Line>| text(postal.and_then(part).map(Line::as_str));
    let name = |part: fn(&PersonName) -> &str| text(postal.map(|postal| part(&postal.name)));
    vec![
        ("company", ContactItem::Organisation, line(|postal| postal.organisation.as_ref())),
        ("fname", ContactItem::FirstName, name(PersonName::first)),
        ("lname", ContactItem::LastName, name(PersonName::last)),
        ("addr_street", ContactItem::Street, postal.map(street).unwrap_or_default()),
        ("addr_city", ContactItem::City, line(|postal| Some(&postal.city))),
        ("addr_zip", ContactItem::PostalCode, line(|postal| postal.postal_code.as_ref())),
        ("addr_state", ContactItem::Province, line(|postal| postal.province.as_ref())),
        (
            "addr_country",
            ContactItem::Country,
            text(postal.map(|postal| postal.country.as_str())).to_lowercase(),
        ),
        ("phone", ContactItem::Voice, text(details.voice.as_ref().map(phone_text))),
        ("fax", ContactItem::Fax, text(details.fax.as_ref().map(phone_text))),
        ("email", ContactItem::Email, details.email.to_string()),
        ("email2", ContactItem::SecondEmail, text(particulars.second_email.as_ref())),
        ("ic", ContactItem::CompanyNumber, text(particulars.company_number.as_ref())),
        ("dic", ContactItem::TaxNumber, text(particulars.tax_number.as_ref())),
        ("ident_type", ContactItem::Identity, text(particulars.identity.as_ref().map(kind))),
        ("ident", ContactItem::Identity, text(particulars.identity.as_ref().map(Identity::value))),
        ("notify_email", ContactItem::NotifyEmail, text(particulars.notify_email.as_ref())),
        ("del_addr", ContactItem::DeliveryAddress, text(particulars.delivery_address.as_ref().map(delivery))),
    ]
}

fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn kind(identity: &Identity) -> &'static str {
    IdentityKind::name(identity.kind())
}

/// There is room for one line.
pub(crate) fn street(postal: &Postal) -> String {
    postal.street.iter().map(Line::as_str).collect::<Vec<_>>().join(", ")
}

fn delivery(address: &DeliveryAddress) -> String {
    let DeliveryAddress { street, city, postal_code, country } = address;
    let country = country.as_str().to_lowercase();
    format!("{}, {} {}, {country}", street.as_str(), postal_code.as_str(), city.as_str())
}

/// The literal that stands for what must not be seen.
const HIDDEN: &str = "HIDDEN";
