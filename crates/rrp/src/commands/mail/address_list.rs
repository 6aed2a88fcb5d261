//! `QueryEmailaddressList`: e-mail addresses, of one mailbox or all.

use engine::Field;
use engine::model::MailboxName;
use engine::ops::mail_address::List;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let mailbox = params.read("MAILBOX", Field::Mailbox, MailboxName::parse);
    params.ignore(&["WIDE", "ORDERBY", "ORDER", "USERDEPTH"]);
    let list = params.finish(Some(List { mailbox, window: page.window() }))?;
    let done = call.query(list).await?;
    Ok(Reply::of(done, |found| {
        let columns = Columns::new()
            .each("emailaddress", &found.rows, |placed| placed.address.to_string())
            .each("mailbox", &found.rows, |placed| placed.mailbox.to_string());
        page.scalars(columns, found.rows.len(), found.total)
    }))
}
