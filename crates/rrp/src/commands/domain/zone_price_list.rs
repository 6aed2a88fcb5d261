//! `QueryZonePriceList`: what names cost the account for a year, by zone. There are no scales of prices beside the price
//! list of an account, and what it charges those below it is its own affair.

use engine::model::NamePattern;
use engine::ops::zone::{List, Offer};

use super::price_columns;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let pattern = NamePattern::new(&params.text("ZONE").unwrap_or_default());
    let registrar = call.visitor.shown();
    params.choice("REGISTRAR", &[(registrar.as_str(), ())]);
    params.choice("PERIOD", &[("1", ())]);
    params.choice("PERIODTYPE", &[("YEAR", ())]);
    params.choice("ORDERBY", &[("ZONE", ())]);
    params.choice("ORDER", &[("ASC", ())]);
    params.flag("WIDE");
    params.finish(Some(()))?;
    let done = call.glance(List { pattern, window: page.window() })?;
    Ok(Reply::of(done, |found| page.scalars(told(&found.rows, &registrar), found.rows.len(), found.total)))
}

fn told(rows: &[Offer], registrar: &str) -> Columns {
    let columns = Columns::new()
        .each("registrar", rows, |_| registrar.to_owned())
        .each("zone", rows, |offer| offer.zone.name.to_string())
        .each("period", rows, |_| "1".to_owned())
        .each("periodtype", rows, |_| "YEAR".to_owned());
    let columns = price_columns::NAMES.iter().fold(columns, |columns, (name, what)| {
        columns.each(*name, rows, |offer| price_columns::amount(&offer.prices, *what).unwrap_or_default())
    });
    columns.each("currency", rows, |offer| offer.prices.currency.code().to_owned())
}
