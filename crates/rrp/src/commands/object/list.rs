//! `QueryObjectList`: the account's objects, by class and age.

use engine::Field;
use engine::model::{ObjectLine, Pattern};
use engine::ops::object::List;

use super::class::{parse, word};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::{Page, own_alone};
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    own_alone(&mut params);
    params.choice("ORDERBY", &[("OBJECTCLASS", ())]);
    let is_wide = params.flag("WIDE").unwrap_or(true);
    let page = Page::read(&mut params);
    let class =
        if params.has("OBJECTCLASS", "*") { None } else { params.read("OBJECTCLASS", Field::Command, parse) };
    let name = params.read("OBJECTID", Field::DomainName, Pattern::parse);
    let list = params.finish(Some(List { account: None, class, name, window: page.window() }))?;
    let done = call.query(list).await?;
    let user = call.visitor.shown();
    Ok(Reply::of(done, |found| {
        page.scalars(told(&found.rows, &user, is_wide), found.rows.len(), found.total)
    }))
}

fn told(rows: &[ObjectLine], user: &str, is_wide: bool) -> Columns {
    let columns = Columns::new().each("objectclass", rows, |row| word(row.class).to_owned()).each(
        "objectid",
        rows,
        |row| row.name.clone(),
    );
    if !is_wide {
        return columns;
    }
    columns.each("user", rows, |_| user.to_owned()).each("created date", rows, |row| moment(row.created_at))
}
