//! `QueryDNSZoneList`: the account's zones; with `wide=1` more of each.

use engine::model::{DnsZone, NamePattern};
use engine::ops::dns_zone::List;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let pattern = NamePattern::new(params.text("DNSZONE").unwrap_or_default().trim_end_matches('.'));
    let is_wide = params.flag("WIDE").unwrap_or(false);
    params.ignore(&["ORDERBY", "ORDER", "USERDEPTH"]);
    let list = params.finish(Some(List { pattern, window: page.window() }))?;
    let done = call.query(list).await?;
    Ok(Reply::of(done, |found| {
        let columns = Columns::new().each("dnszone", &found.rows, |zone| zone.name.to_string());
        let columns = if is_wide { widened(columns, &found.rows) } else { columns };
        page.scalars(columns, found.rows.len(), found.total)
    }))
}

fn widened(columns: Columns, zones: &[DnsZone]) -> Columns {
    columns
        .each("zonetype", zones, |zone| zone.zone_type().name().to_owned())
        .each("soaserial", zones, |zone| zone.serial.to_string())
        .each("created date", zones, |zone| moment(zone.added_at))
}
