//! `GetCurrencies`: the currencies that accounts can be kept in.

use engine::model::Currency;
use engine::{Done, Outcome};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(_: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let codes = Currency::ALL.map(|currency| currency.code().to_owned()).to_vec();
    Ok(Reply::of(Done::new(Outcome::PingAnswered, ()), |()| Columns::new().many("currency", codes)))
}
