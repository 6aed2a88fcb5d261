//! `PurchaseServices`: buys a certificate, which is configured afterwards.

use engine::Field;
use engine::ops::certificate::Order;

use super::product;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::domain::number;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let class = params.need("Service", Field::CertificateClass, product::class);
    let years = params.read("NumYears", Field::Period, number).unwrap_or(1);
    // More than fit are more than any product has.
    let years = u8::try_from(years).unwrap_or(u8::MAX);
    let class = params.finish(class)?;
    let done = call.command(Order { class, years, request: None, controls: None }).await?;
    Ok(Reply::of(done, |bought| {
        Fields::new().one("OrderID", call.order()).one("CertID", bought.order.certificate.to_string())
    }))
}
