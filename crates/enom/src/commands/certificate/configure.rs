//! `CertConfigureCert`: says what a certificate is for. It is submitted by `CertPurchaseCert`.

use engine::Field;
use engine::model::{CertificateOrder, CertificateRole};
use engine::ops::certificate::{Configure, ContactChoice, ContactSource, ListApprovers, RequestDraft};

use super::{approvers, named, parse_csr};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::person::{self, Words};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params);
    let csr = params.need("CSR", Field::Csr, named::csr);
    let names = params.each("UCCDomainList", MOST_NAMES, Field::CertificateName, |name| Ok(name.to_owned()));
    let contacts = contacts(&mut params);
    let web_server = params.text("WebServerType").map(|text| text.trim().to_owned());
    let (at, csr) = params.finish(at.zip(csr))?;
    let request = RequestDraft { csr, names, contacts, web_server };
    let done = call.command(Configure { at, request }).await?;
    let approvers = approvers(call, &done.answer).await?;
    Ok(Reply::of(done, |order| Fields::new().group("CertConfigureCert", told(&order).and(approvers))))
}

fn told(order: &CertificateOrder) -> Fields {
    let csr = order.request.as_ref().map(|request| parse_csr::told(&request.csr));
    Fields::new()
        .one("CertID", order.certificate.to_string())
        .one("ProdType", order.class.as_str())
        .group("CSRData", csr.unwrap_or_default())
        .one("ApproverEmail", "")
        .one("Success", "True")
}

/// Who can approve the first of its names.
async fn approvers(call: &Call<'_>, order: &CertificateOrder) -> Result<Fields, engine::Failure> {
    let Some(name) = order.common_name() else { return Ok(Fields::new()) };
    let done = call.query(ListApprovers { name: name.clone() }).await?;
    Ok(approvers::told(&done.answer))
}

/// Those of whom anything was sent.
fn contacts(params: &mut Params) -> Vec<ContactChoice> {
    let mut contacts = Vec::new();
    for (role, kind) in KINDS {
        if ["FName", "LName", "EmailAddress"]
            .iter()
            .all(|part| params.text(&format!("{kind}{part}")).is_none())
        {
            continue;
        }
        let details = person::read(params, kind, &WORDS, Field::CertificateContact);
        let choice = |details| ContactChoice { role, source: ContactSource::Details(Box::new(details)) };
        contacts.extend(details.map(choice));
    }
    contacts
}

const KINDS: [(CertificateRole, &str); 3] = [
    (CertificateRole::Admin, "Admin"),
    (CertificateRole::Tech, "Tech"),
    (CertificateRole::Billing, "Billing"),
];
const WORDS: Words =
    Words { first: "FName", last: "LName", organisation: "OrgName", provinces: ["State", "Province"] };
const MOST_NAMES: usize = 100;
