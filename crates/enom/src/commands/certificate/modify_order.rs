//! `CertModifyOrder`: takes a submission back, so that the certificate can be configured otherwise. It stays paid.

use engine::ops::certificate::Recall;

use super::named;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params);
    let at = params.finish(at)?;
    let done = call.command(Recall { at }).await?;
    Ok(Reply::of(done, |order| {
        let told = Fields::new().one("CertID", order.certificate.to_string());
        Fields::new().group("CertModifyOrder", told)
    }))
}
