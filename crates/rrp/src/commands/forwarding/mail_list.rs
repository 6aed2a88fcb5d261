//! `QueryMailFwdList`: forwardings of mail, of one zone or all.

use engine::Field;
use engine::model::DomainName;
use engine::ops::mail_forwarding::List;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let held_name = params.read("DNSZONE", Field::DnsZoneName, DomainName::parse);
    params.ignore(&["WIDE", "ORDERBY", "ORDER", "USERDEPTH"]);
    let list = params.finish(Some(List { held_name, window: page.window() }))?;
    let done = call.query(list).await?;
    Ok(Reply::of(done, |found| {
        let columns = Columns::new()
            .each("from", &found.rows, |forwarding| forwarding.address.to_string())
            .each("to", &found.rows, |forwarding| forwarding.target.to_string());
        page.scalars(columns, found.rows.len(), found.total)
    }))
}
