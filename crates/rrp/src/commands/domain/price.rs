//! `DomainPrice`: what a name costs the account.

use engine::ops::domain::Price;

use super::{name, period, price_columns};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::need(&mut params);
    let period = period::read(&mut params);
    let what = params.choice("TYPE", &price_columns::NAMES);
    let name = params.finish(name)?;
    let domain = name.as_str().to_owned();
    let done = call.glance(Price { name, period })?;
    Ok(Reply::of(done, |prices| {
        let asked = what.and_then(|what| price_columns::amount(&prices, what));
        let premium = u8::from(prices.tier.is_some()).to_string();
        let columns = Columns::new().one("domain", domain).one("premium", premium).maybe("price", asked);
        price_columns::all(columns, &prices)
    }))
}
