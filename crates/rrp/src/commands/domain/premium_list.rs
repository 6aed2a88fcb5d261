//! `QueryPremiumDomainList`: the names of a zone that have prices of their own, whether they are free or not.

use engine::Field;
use engine::model::{DomainName, NamePattern};
use engine::ops::domain::PriceTag;
use engine::ops::zone::Premiums;
use engine::policy::Priced;

use super::price_columns;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let zone = params.need("ZONE", Field::Zone, DomainName::parse);
    let pattern = NamePattern::new(&params.text("DOMAIN").unwrap_or_default());
    params.choice("TYPE", &[("DEFAULT", ())]);
    params.flag("WIDE");
    let list = zone.map(|zone| Premiums { zone, pattern, window: page.window() });
    let list = params.finish(list)?;
    let zone = list.zone.to_string();
    let done = call.glance(list)?;
    Ok(Reply::of(done, |found| page.scalars(told(&found.rows, &zone), found.rows.len(), found.total)))
}

fn told(rows: &[(String, PriceTag)], zone: &str) -> Columns {
    let price = |what| {
        move |(_, prices): &(String, PriceTag)| price_columns::amount(prices, what).unwrap_or_default()
    };
    Columns::new()
        .each("domain", rows, |(name, _)| name.clone())
        .each("zone", rows, |_| zone.to_owned())
        .each("periodtype", rows, |_| "YEAR".to_owned())
        .each("setup", rows, price(Priced::Create))
        .each("unit", rows, price(Priced::Renew))
        .each("transfer", rows, price(Priced::Transfer))
        .each("trade", rows, price(Priced::Trade))
        .each("restore", rows, price(Priced::Restore))
        .each("currency", rows, |(_, prices)| prices.currency.code().to_owned())
}
