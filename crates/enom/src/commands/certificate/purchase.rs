//! `CertPurchaseCert`: submits what was configured.

use engine::ops::certificate::Submit;

use super::{controls, named};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params);
    let controls = controls::read(&mut params);
    let at = params.finish(at)?;
    let done = call.command(Submit { at, request: None, controls }).await?;
    Ok(Reply::of(done, |order| {
        let told = Fields::new()
            .one("Success", "True")
            .one("GeoTrustOrderID", order.id.to_string())
            .and(controls::told(&order))
            .one("CertID", order.certificate.to_string());
        Fields::new().group("CertPurchaseCert", told)
    }))
}
