//! `CheckCertificate`, `ParseSSLCertCSR`: what a request says, if its signature is right and the product, if one is named,
//! takes it.

use engine::Field;
use engine::model::{CertificateClass, Csr, CsrKey};
use engine::ops::certificate::ParseCsr;

use super::request;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let csr = request::csr(&mut params);
    if csr.is_none() {
        params.add(missing("CSR", Field::Csr));
    }
    let class = ["CLASS", "SSLCERTCLASS"].map(|name| params.text(name)).into_iter().flatten().next();
    let class = class.and_then(|text| params.take(Field::CertificateClass, CertificateClass::parse(&text)));
    let parse = params.finish(csr.map(|csr| ParseCsr { csr, at: None, class }))?;
    Ok(Reply::of(call.query(parse).await?, |csr| told(&csr)))
}

fn told(csr: &Csr) -> Columns {
    let subject = &csr.subject;
    let columns = Columns::new()
        .many("alternatecn", csr.names.clone())
        .maybe("c", subject.country.clone())
        .maybe("cn", subject.common_name.clone())
        .maybe("emailaddress", subject.email.clone())
        .maybe("l", subject.locality.clone())
        .maybe("o", subject.organization.clone())
        .maybe("ou", subject.unit.clone());
    let columns = match csr.key {
        CsrKey::Rsa(bits) => columns.one("rsapublickeybits", bits.to_string()),
        _ => columns,
    };
    columns.maybe("st", subject.state.clone())
}
