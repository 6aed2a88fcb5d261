//! `CertGetCertDetail`: all that is known of a certificate, and the certificate itself.

use engine::model::{CertificateContact, CertificateRole, IssuedCertificate, Line, Phone};
use engine::ops::certificate::{CertificateView, Info};

use super::{controls, list, named, orders};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params);
    let at = params.finish(at)?;
    let done = call.query(Info { at }).await?;
    let orders = orders::of(call, std::slice::from_ref(&done.answer.order)).await?;
    let now = call.desk.engine().now();
    Ok(Reply::of(done, |view| {
        let cells = list::cells(&view.order, view.title.clone(), (now, &orders));
        let told = cells.into_iter().fold(Fields::new(), |fields, (name, value)| fields.one(name, value));
        Fields::new().group("CertGetCertDetail", told.and(more(&view)))
    }))
}

fn more(view: &CertificateView) -> Fields {
    let order = &view.order;
    let request = order.request.as_ref();
    let issued = |part: fn(&IssuedCertificate) -> &String| order.issued.as_ref().map(part).cloned();
    let fields = controls::told(order)
        .one("CertStatusDetail", order.reason.clone().unwrap_or_default())
        .one("SSLCertificate", issued(|issued| &issued.pem).unwrap_or_default())
        .one("CSR", request.map(|request| request.csr.pem.clone()).unwrap_or_default())
        .one("CACerts", issued(|issued| &issued.chain).unwrap_or_default())
        .one("WebServerTypeID", request.and_then(|request| request.web_server.clone()).unwrap_or_default());
    let contacts = request.map(|request| request.contacts.as_slice()).unwrap_or_default();
    contacts.iter().fold(fields, person)
}

fn person(fields: Fields, contact: &CertificateContact) -> Fields {
    let kind = match contact.role {
        CertificateRole::Owner => "Owner",
        CertificateRole::Admin => "Admin",
        CertificateRole::Tech => "Tech",
        CertificateRole::Billing => "Billing",
    };
    let details = &contact.details;
    let Some(postal) = details.main_postal() else { return fields };
    let line = |line: &Option<Line>| line.as_ref().map(|line| line.as_str().to_owned()).unwrap_or_default();
    let street = |number| postal.street.get(number).map(|line: &Line| line.as_str()).unwrap_or_default();
    let phone =
        |phone: &Option<Phone>| phone.as_ref().map(|phone| phone.number().to_owned()).unwrap_or_default();
    let parts = [
        ("OrgName", line(&postal.organisation)),
        ("FName", postal.name.first().to_owned()),
        ("LName", postal.name.last().to_owned()),
        ("Address1", street(0).to_owned()),
        ("Address2", street(1).to_owned()),
        ("City", postal.city.as_str().to_owned()),
        ("StateProvince", line(&postal.province)),
        ("PostalCode", line(&postal.postal_code)),
        ("Country", postal.country.as_str().to_owned()),
        ("Phone", phone(&details.voice)),
        ("Fax", phone(&details.fax)),
        ("EmailAddress", details.email.to_string()),
    ];
    parts.into_iter().fold(fields, |fields, (part, value)| fields.one(format!("{kind}{part}"), value))
}
