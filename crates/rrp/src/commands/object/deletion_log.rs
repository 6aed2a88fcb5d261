//! `QueryObjectDeletionLogList`: which objects the account had deleted, oldest first.

use engine::Field;
use engine::model::Pattern;
use engine::ops::object::{Deletion, Deletions};

use super::class::{parse, word};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;
use crate::times::{self, moment};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    params.choice("ORDERBY", &[("LOGDATE", ())]);
    let list = Deletions {
        class: params.read("OBJECTCLASS", Field::Command, parse),
        name: params.read("OBJECTID", Field::DomainName, Pattern::parse),
        from: params.read("MINDATE", Field::FirstDay, times::from),
        until: params.read("MAXDATE", Field::LastDay, times::until),
        window: page.window(),
    };
    let list = params.finish(Some(list))?;
    let done = call.query(list).await?;
    let user = call.visitor.shown();
    Ok(Reply::of(done, |found| page.scalars(told(&found.rows, &user), found.rows.len(), found.total)))
}

fn told(rows: &[Deletion], user: &str) -> Columns {
    Columns::new()
        .each("logindex", rows, |row| row.line.operation.0.to_string())
        .each("logdate", rows, |row| moment(row.line.at))
        .each("loguser", rows, |_| user.to_owned())
        .each("objectclass", rows, |row| word(row.class).to_owned())
        .each("objectid", rows, |row| row.line.name.clone())
        .each("reference", rows, |row| row.line.client_id.clone().unwrap_or_default())
}
