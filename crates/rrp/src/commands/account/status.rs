//! `StatusAccount`: what the account has and can spend.

use engine::model::{Money, Standing};
use engine::ops::account::Credit;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let registrar = call.actor().account.clid.as_str().to_owned();
    let done = call.query(Credit).await?;
    Ok(Reply::of(done, |standing| told(&standing).one("registrar", registrar)))
}

fn told(standing: &Standing) -> Columns {
    let currency = standing.balance.currency;
    let limit = Money { minor: standing.credit_limit, currency };
    Columns::new()
        .one("amount", standing.balance.to_string())
        .one("credit", limit.to_string())
        .one("currency", currency.code())
}
