//! `PurchaseServices`: buys a certificate, which is configured afterwards.

use engine::Field;
use engine::ops::certificate::Order;

use super::product;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, number};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let class = params.need("Service", Field::CertificateClass, product::class);
    let years = params.read("NumYears", Field::Period, number).unwrap_or(1);
    let class = params.finish(class)?;
    let done = call.command(Order { class, years, request: None, controls: None }).await?;
    Ok(Reply::of(done, |bought| {
        Fields::new().one("OrderID", call.order()).one("CertID", bought.order.certificate.to_string())
    }))
}
