//! `CheckDomain`: whether a name can be registered. The code is the answer; one that says no says why. What a premium name
//! costs stands in the columns.

use engine::ops::domain::{Available, Price};

use super::{name, price_columns};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::need(&mut params);
    params.ignore(&["PHASE", "ALLOWPREMIUM"]);
    let name = params.finish(name)?;
    let domain = name.as_str().to_owned();
    let done = call.query(Available { name: name.clone() }).await?;
    let prices = call.glance(Price { name, period: None }).map(|done| done.answer);
    let columns = Columns::new().one("domain", domain);
    Ok(Reply::of(done, |()| match prices {
        Ok(prices) => price_columns::of_registration(columns, &prices),
        Err(_) => columns,
    }))
}
