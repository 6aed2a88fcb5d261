//! `QueryWebFwdList`: forwardings of visitors, of the names in one domain or all.

use engine::Field;
use engine::model::{DomainName, WebForwardingKind};
use engine::ops::web_forwarding::List;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let held_name = params.read("SOURCE", Field::WebSource, DomainName::parse);
    params.ignore(&["WIDE", "ORDERBY", "ORDER", "USERDEPTH"]);
    let list = params.finish(Some(List { held_name, window: page.window() }))?;
    let done = call.query(list).await?;
    Ok(Reply::of(done, |found| {
        let columns = Columns::new()
            .each("source", &found.rows, |forwarding| forwarding.source.to_string())
            .each("target", &found.rows, |forwarding| forwarding.target.to_string())
            .each("type", &found.rows, |forwarding| word(forwarding.kind).to_owned());
        page.scalars(columns, found.rows.len(), found.total)
    }))
}

fn word(kind: WebForwardingKind) -> &'static str {
    match kind {
        WebForwardingKind::Redirect => "rd",
        WebForwardingKind::Framed => "mrd",
    }
}
