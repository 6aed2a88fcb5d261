//! `CertParseCSR`: what a request says. It is looked at before the certificate is.

use engine::Field;
use engine::model::Csr;
use engine::ops::certificate::{CertificateRef, ParseCsr};

use super::named;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let csr = params.need("CSR", Field::Csr, named::csr);
    let id = params.text("CertID").map(str::trim).map(CertificateRef::parse);
    if id.is_none() {
        params.add(missing("CertID", Field::CertificateId));
    }
    let (csr, id) = params.finish(csr.zip(id))?;
    let done = call.query(ParseCsr { csr, at: id.as_ref().ok().copied(), class: None }).await?;
    id?;
    Ok(Reply::of(done, |csr| Fields::new().group("CertParseCSR", told(&csr))))
}

/// What a request says.
pub(super) fn told(csr: &Csr) -> Fields {
    let subject = &csr.subject;
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    Fields::new()
        .one("Success", "True")
        .one("Organization", part(&subject.organization))
        .one("DomainName", part(&subject.common_name))
        .one("Email", part(&subject.email))
        .one("HasBadExtensions", csr.has_bad_extensions.to_string())
        .one("Locality", part(&subject.locality))
        .one("OrganizationUnit", part(&subject.unit))
        .one("State", part(&subject.state))
        .one("Country", part(&subject.country))
}
