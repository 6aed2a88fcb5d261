//! `QueryExchangeRates`: how currencies stand to one another, of all or of those that are named.

use engine::model::Currency;
use engine::{Done, Outcome};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let codes = Currency::ALL.map(|currency| (currency.code(), currency));
    let from = params.choice("CURRENCYFROM", &codes);
    let to = params.choice("CURRENCYTO", &codes);
    params.ignore(&["WIDE", "ORDERBY", "ORDER"]);
    params.finish(Some(()))?;
    let mut rates = call.policies().exchange.all();
    rates.retain(|rate| from.is_none_or(|from| rate.from == from) && to.is_none_or(|to| rate.to == to));
    Ok(Reply::of(Done::new(Outcome::PingAnswered, ()), |()| {
        let rows = page.of(&rates);
        let columns = Columns::new()
            .each("currency from", rows, |rate| rate.from.code().to_owned())
            .each("currency to", rows, |rate| rate.to.code().to_owned())
            .each("rate", rows, |rate| rate.rate.clone())
            .each("date", rows, |rate| rate.day.to_string());
        page.scalars(columns, rows.len(), rates.len() as u64)
    }))
}
