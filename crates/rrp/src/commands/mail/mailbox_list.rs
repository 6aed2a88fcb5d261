//! `QueryMailboxList`: mailboxes, of one mailspace or all.

use engine::Field;
use engine::model::MailspaceName;
use engine::ops::mailbox::List;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let mailspace = params.read("MAILSPACE", Field::Mailspace, MailspaceName::parse);
    params.ignore(&["WIDE", "ORDERBY", "ORDER", "USERDEPTH"]);
    let list = params.finish(Some(List { mailspace, window: page.window() }))?;
    let done = call.query(list).await?;
    Ok(Reply::of(done, |found| {
        let columns = Columns::new()
            .each("mailbox", &found.rows, |placed| placed.mailbox.name.to_string())
            .each("mailspace", &found.rows, |placed| placed.mailspace.to_string());
        page.scalars(columns, found.rows.len(), found.total)
    }))
}
