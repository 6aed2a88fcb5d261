//! `QueryMailspaceList`.

use engine::ops::mailspace::List;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    params.ignore(&["WIDE", "ORDERBY", "ORDER", "USERDEPTH"]);
    let list = params.finish(Some(List { window: page.window() }))?;
    let done = call.query(list).await?;
    Ok(Reply::of(done, |found| {
        let names = found.rows.iter().map(|space| space.name.to_string()).collect();
        page.scalars(Columns::new().many("mailspace", names), found.rows.len(), found.total)
    }))
}
