//! `StatusAccount`: what the account, or one below it, has and can spend.

use engine::model::{Account, Money, Standing};
use engine::ops::account::Credit;
use engine::ops::subaccount::Info;

use crate::account_name::{named, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let account = named(&mut params);
    let account = params.finish(Some(account))?;
    if account.is_some() {
        let done = call.query(Info { account }).await?;
        return Ok(Reply::of(done, |view| {
            told(&view.account, &shown(&view.account.clid, &view.credentials), &view.standing)
        }));
    }
    let done = call.query(Credit).await?;
    Ok(Reply::of(done, |standing| told(&call.actor().account, &call.visitor.shown(), &standing)))
}

fn told(account: &Account, name: &str, standing: &Standing) -> Columns {
    let currency = standing.balance.currency;
    let money = |minor| Money::new(minor, currency).to_string();
    Columns::new()
        .one("registrar", name)
        .one("amount", standing.balance.to_string())
        .one("credit", money(standing.credit_limit))
        .one("credit threshold", standing.threshold().to_string())
        .one("currency", currency.code())
        .one("deposit", money(standing.held))
        .one("vat", percent(account.terms.vat))
}

/// A rate without its sign: `19.00`.
pub(in crate::commands) fn percent(vat: engine::model::Vat) -> String {
    vat.to_string().trim_end_matches(" %").to_owned()
}
