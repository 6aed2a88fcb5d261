//! `QueryDepositList`: what is set aside of an account's credit for orders that are not decided yet.

use engine::model::HeldLine;
use engine::ops::account::Holds;

use super::accounting_list::{kind_of, word};
use crate::account_name;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::{Page, own_alone};
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    own_alone(&mut params);
    let account = account_name::named(&mut params);
    let kind = kind_of(&mut params, "ACCOUNTINGTYPE");
    let page = Page::read(&mut params);
    let holds = params.finish(Some(Holds { account, kind, window: page.window() }))?;
    let done = call.query(holds).await?;
    Ok(Reply::of(done, |found| page.scalars(told(&found.rows), found.rows.len(), found.total)))
}

fn told(rows: &[HeldLine]) -> Columns {
    Columns::new()
        .each("deposit id", rows, |row| row.hold.id.0.to_string())
        .each("accounting type", rows, |row| word(row.hold.kind).to_owned())
        .each("description", rows, |row| row.name.clone().unwrap_or_default())
        .each("deposit", rows, |row| {
            let gross = row.hold.fee.gross();
            engine::model::Money::new(-gross.minor, gross.currency).to_string()
        })
        .each("currency", rows, |row| row.hold.fee.gross().currency.code().to_owned())
        .each("created date", rows, |row| moment(row.hold.at))
}
