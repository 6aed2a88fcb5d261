//! `AddCertificate`, `CreateSSLCert`: orders a certificate. What it is to certify may follow by `ModifyCertificate`.

use engine::Field;
use engine::model::CertificateClass;
use engine::ops::certificate::Order;

use super::request::Said;
use super::{controls, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::{Params, missing, number};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let order = read(&mut params);
    let order = params.finish(order)?;
    let is_submitted = order.controls.is_some();
    let done = call.command(order).await?;
    Ok(Reply::of(done, |bought| shown::ordered(call.face, &bought.order)).pending(is_submitted))
}

fn read(params: &mut Params) -> Option<Order> {
    let class = class(params);
    let years = params.read("PERIOD", Field::Period, number).unwrap_or(1);
    let said = Said::read(params);
    if !said.is_any() {
        let controls = controls::read(params, &said);
        return Some(Order { class: class?, years, request: None, controls });
    }
    let controls = controls::submitted(params, &said);
    let request = params.take(Field::Csr, said.draft())?;
    Some(Order { class: class?, years, request: Some(request), controls: Some(controls) })
}

/// The product, under either service's name for it.
fn class(params: &mut Params) -> Option<CertificateClass> {
    let names = ["CLASS", "SSLCERTCLASS"].map(|name| params.text(name));
    let Some(text) = names.into_iter().flatten().next() else {
        params.add(missing("CLASS", Field::CertificateClass));
        return None;
    };
    params.take(Field::CertificateClass, CertificateClass::parse(&text))
}
