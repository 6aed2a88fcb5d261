//! `PurchaseServices` for certificates: buys one, which is configured afterwards.

use engine::Field;
use engine::model::Goods;
use engine::ops::certificate::Order;
use engine::ops::order::{Ordered, Place};

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
    let line = Ordered::alone(Goods::Certificate(class.clone()), years.into());
    let command = Order { class, years, request: None, controls: None };
    let done = call.command(Place { line, command }).await?;
    Ok(Reply::of(done, |(bought, _)| {
        Fields::new().one("OrderID", call.order()).one("CertID", bought.order.certificate.to_string())
    }))
}
