//! `QueryEmailaddressList`: e-mail addresses, of one mailbox or all.

use engine::Field;
use engine::model::{MailboxName, PlacedMailAddress};
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
        let column = |cell: fn(&PlacedMailAddress) -> String| found.rows.iter().map(cell).collect();
        let columns = Columns::new()
            .many("emailaddress", column(|placed| placed.address.to_string()))
            .many("mailbox", column(|placed| placed.mailbox.to_string()));
        page.scalars(columns, found.rows.len(), found.total)
    }))
}
