//! `QueryNameserverList`: the account's hosts.

use engine::model::NamePattern;
use engine::ops::host::List;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let pattern = NamePattern::new(&params.text("NAMESERVER").unwrap_or_default());
    params.ignore(&["WIDE", "ORDERBY", "ORDER", "USERDEPTH"]);
    let window = page.window();
    let list = params.finish(Some(List { pattern, window }))?;
    let done = call.query(list).await?;
    Ok(Reply::of(done, |found| {
        let names: Vec<String> = found.rows.iter().map(|host| host.name.to_string()).collect();
        let count = names.len();
        page.scalars(Columns::new().many("nameserver", names), count, found.total)
    }))
}
