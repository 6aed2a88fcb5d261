//! `PurchaseServices` and `RenewServices`: privacy for years. Certificates are bought by the first as well.

use engine::Command;
use engine::Field;
use engine::model::{DomainName, Goods, Period};
use engine::ops::order::{Ordered, Place};
use engine::ops::privacy::{Buy, Renew};

use super::named;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::certificate;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    if !params.text("Service").is_some_and(named::is_privacy) {
        return certificate::order::run(call, params).await;
    }
    let wanted = wanted(&mut params);
    let renews = params.flag("RenewName").unwrap_or_default();
    let (name, period) = params.finish(wanted)?;
    order(call, Goods::Privacy(name.clone()), period, Buy { name, period, renews }).await
}

pub(in crate::commands) async fn renew(call: &Call<'_>, mut params: Params) -> Ended {
    let service = named::privacy(&mut params);
    let wanted = wanted(&mut params);
    let (name, period) = params.finish(service.and(wanted))?;
    order(call, Goods::PrivacyRenewal(name.clone()), period, Renew { name, period }).await
}

/// For which domain, and for how long; a year, unless said otherwise.
fn wanted(params: &mut Params) -> Option<(DomainName, Period)> {
    let name = params.name();
    let period = params.read("NumYears", Field::Period, |text| Period::parse(text, false));
    Some((name?, period.unwrap_or(Period::YEAR)))
}

async fn order<C: Command + Sync>(call: &Call<'_>, goods: Goods, period: Period, command: C) -> Ended {
    let line = Ordered::alone(goods, period.years().into());
    let done = call.command(Place { line, command }).await?;
    Ok(Reply::of(done, |_| Fields::new().one("OrderID", call.order())))
}
