//! `QueryDomainList` with `type=SHOWRENEWED`: what was paid in the last days to have domains longer.

use engine::model::{EntryKind, NamePattern, PaidRenewal};
use engine::ops::domain::Renewals;

use super::list::days;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;
use crate::times::moment;

pub(super) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let pattern = NamePattern::new(&params.text("DOMAIN").unwrap_or_default());
    let since = call.desk.engine().now().plus_days(-days(&mut params));
    // Payments are listed by their age alone.
    params.ignore(&["WIDE", "ORDERBY", "ORDER", "USERDEPTH", "NOTOTAL", "VERSION"]);
    params.finish(Some(()))?;
    let done = call.query(Renewals { since, pattern, window: page.window() }).await?;
    Ok(Reply::of(done, |found| page.scalars(told(&found.rows), found.rows.len(), found.total)))
}

fn told(rows: &[PaidRenewal]) -> Columns {
    Columns::new()
        .each("domain", rows, |row| row.name.clone())
        .each("domain renewal date", rows, |row| moment(row.at))
        .each("type", rows, |row| kind(row.kind).to_owned())
        .each("amount", rows, |row| row.price.to_string())
        .each("vat", rows, |row| row.tax.to_string())
        .each("currency", rows, |row| row.price.currency.code().to_owned())
}

/// Why a registration is longer.
const fn kind(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Transfer => "TRANSFER",
        _ => "RENEW",
    }
}
