//! `CertReissueCert`: the same certificate with another key. Who approves, and the contacts, are as before.

use engine::Field;
use engine::ops::certificate::{Info, Reissue, RequestDraft};

use super::named;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params);
    let csr = params.need("CSR", Field::Csr, named::csr);
    let (at, csr) = params.finish(at.zip(csr))?;
    let before = call.query(Info { at }).await?.answer.order.request;
    let request = match before {
        Some(before) => RequestDraft { csr, ..RequestDraft::again(&before) },
        None => RequestDraft::of(csr),
    };
    let done = call.command(Reissue { certificate: at.certificate, request, controls: None }).await?;
    Ok(Reply::of(done, |_| Fields::new().one("Success", "True").one("Message", "")))
}
