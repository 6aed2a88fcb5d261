//! `QueryRegistrarList`, `QueryUserList`: the accounts directly below an account, by age.

use engine::ops::account::AccountLine;
use engine::ops::subaccount::List;

use crate::account_name::{named, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    params.choice("USERDEPTH", &[("SUBUSER", ())]);
    params.choice("ORDERBY", &[("CREATEDDATE", ())]);
    let above = named(&mut params);
    let page = Page::read(&mut params);
    let list = params.finish(Some(List { above, login: None, window: page.window() }))?;
    answer(call, list, page).await
}

/// Asks for a list, and tells it.
pub(super) async fn answer(call: &Call<'_>, list: List, page: Page) -> Ended {
    let above = list.above.as_ref().map_or_else(|| call.visitor.shown(), |above| above.as_str().to_owned());
    let done = call.query(list).await?;
    Ok(Reply::of(done, |found| page.scalars(told(&found.rows, &above), found.rows.len(), found.total)))
}

fn told(rows: &[AccountLine], above: &str) -> Columns {
    let name = |row: &AccountLine| shown(&row.account.clid, &row.credentials);
    Columns::new()
        .each("registrar", rows, name)
        .each("user", rows, name)
        .each("parentuser", rows, |_| above.to_owned())
        .each("usercreateddate", rows, |row| moment(row.account.created_at))
}
