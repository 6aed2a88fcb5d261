//! `ServicePrice`: what a certificate costs. Nothing else is sold by class.

use engine::model::Fee;
use engine::ops::certificate::{ListProducts, ProductView};
use engine::{Field, Outcome, Refusal};

use super::class_info::of_class;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::{Params, number};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    params.need_choice("SERVICE", Field::CertificateClass, &[("CERTIFICATE", ())]);
    params.choice("PERIODTYPE", &[("YEAR", ())]);
    let is_renewal = params.choice("ACTION", &[("ADD", false), ("RENEW", true)]).unwrap_or_default();
    let years = params.read("PERIOD", Field::Period, number::<u8>).unwrap_or(1);
    let class = params.required("TYPE", Field::CertificateClass);
    let class = params.finish(class)?;
    let done = call.query(ListProducts).await?;
    let view = of_class(&done.answer, &class)?.clone();
    let prices = if is_renewal { &view.renew } else { &view.create };
    let unsold = || {
        let refusal = Refusal::new(Outcome::PriceMissing).fact("zone", &class);
        refusal.fact("currency", call.actor().account.currency.code())
    };
    let fee = at(prices, years).ok_or_else(unsold)?;
    Ok(Reply::of(done, |_| told(&view, years, is_renewal, fee)))
}

fn told(view: &ProductView, years: u8, is_renewal: bool, fee: Fee) -> Columns {
    let net = |fee: Fee| fee.net.to_string();
    Columns::new()
        .one("service", "CERTIFICATE")
        .one("type", view.class.as_str())
        .one("action", if is_renewal { "RENEW" } else { "ADD" })
        .one("period", years.to_string())
        .one("periodtype", "YEAR")
        .maybe("setup", at(&view.create, 1).map(net))
        .maybe("annual", at(&view.renew, 1).map(net))
        .one("price", net(fee))
        .one("vat", fee.tax.to_string())
        .one("currency", fee.net.currency.code())
}

fn at(prices: &[(u8, Fee)], years: u8) -> Option<Fee> {
    prices.iter().find(|(priced, _)| *priced == years).map(|(_, fee)| *fee)
}
