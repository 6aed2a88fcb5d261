//! `QueryZoneList`: the zones that are offered, with what names cost there.

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
    params.ignore(&["WIDE", "ORDERBY", "ORDER"]);
    params.finish(Some(()))?;
    let done = call.glance(List { pattern, window: page.window() })?;
    Ok(Reply::of(done, |found| page.scalars(told(&found.rows), found.rows.len(), found.total)))
}

fn told(rows: &[Offer]) -> Columns {
    let column = |cell: &dyn Fn(&Offer) -> String| rows.iter().map(cell).collect::<Vec<_>>();
    let columns = Columns::new()
        .many("zone", column(&|offer| offer.zone.name.to_string()))
        .many("3rds", column(&|_| String::new()))
        .many("active", column(&|_| "1".to_owned()))
        .many("periodtype", column(&|_| "YEAR".to_owned()))
        .many("currency", column(&|offer| offer.prices.currency.code().to_owned()));
    price_columns::NAMES.iter().fold(columns, |columns, (name, what)| {
        columns.many(*name, column(&|offer| price_columns::amount(&offer.prices, *what).unwrap_or_default()))
    })
}
