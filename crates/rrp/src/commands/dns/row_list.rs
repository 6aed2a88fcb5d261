//! `QueryDNSZoneRRList`: the rows of a zone as lines, or with `wide=1` in columns. Its name servers are among them.

use engine::Field;
use engine::model::{DomainName, NamePattern, Rdata, RecordType, RowName};
use engine::policy::DnsRules;

use super::row::{self, Shown};
use super::{rows, settings};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::{Params, number};

/// Which rows are asked for.
struct Filter {
    name: Option<RowName>,
    kind: Option<RecordType>,
    content: Option<NamePattern>,
    priority: Option<u16>,
    ttl: Option<u32>,
    /// The one that says this.
    same: Option<(RowName, Rdata)>,
}

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let zone = settings::zone(&mut params);
    let filter = zone.as_ref().map(|zone| Filter::read(&mut params, zone, &call.policies().house.dns));
    let is_wide = params.flag("WIDE").unwrap_or(false);
    let order = params.choice("ORDERBY", &[("name", Order::Name), ("type", Order::Kind)]);
    params.ignore(&["ORDER", "USERDEPTH", "EXTENDED", "SHORT"]);
    let (zone, filter) = params.finish(zone.zip(filter))?;
    let done = rows::of(call, &zone).await?;
    Ok(Reply::of(done, |(_, mut rows)| {
        rows.retain(|row| filter.admits(row));
        if let Some(Order::Kind) = order {
            rows.sort_by_key(|row| row.rdata.kind().name());
        }
        let shown = page.of(&rows);
        let columns = if is_wide {
            wide(shown)
        } else {
            Columns::new().each("rr", shown, |row| row.line(&zone, call.face))
        };
        page.scalars(columns, shown.len(), rows.len() as u64)
    }))
}

/// What the rows are sorted by.
#[derive(Clone, Copy)]
enum Order {
    Name,
    Kind,
}

fn wide(rows: &[Shown]) -> Columns {
    Columns::new()
        .each("name", rows, |row| row.name.to_string())
        .each("type", rows, |row| row.rdata.kind().to_string())
        .each("content", rows, Shown::content)
        .each("prio", rows, |row| row.priority().to_owned())
        .each("ttl", rows, |row| row.ttl.to_string())
        .each("locked", rows, |_| "0".to_owned())
}

impl Filter {
    fn read(params: &mut Params, zone: &DomainName, rules: &DnsRules) -> Self {
        let kind = params.read("TYPE", Field::DnsRecordType, RecordType::parse);
        let same = params.read("RR", Field::DnsRdata, |line| row::read(line, zone, rules));
        Self {
            name: params.read("NAME", Field::DnsRowName, |text| row::row_name(text, zone)),
            kind: params.read("RRTYPE", Field::DnsRecordType, RecordType::parse).or(kind),
            content: params.text("CONTENT").map(|text| NamePattern::new(&text)),
            priority: params.read("PRIO", Field::DnsRdata, number),
            ttl: params.read("TTL", Field::DnsTtl, number),
            same: same.map(|row| (row.name, row.rdata)),
        }
    }

    fn admits(&self, row: &Shown) -> bool {
        let says = |(name, rdata): &(RowName, Rdata)| {
            *name == row.name && rdata.kind() == row.rdata.kind() && rdata.wire() == row.rdata.wire()
        };
        self.name.as_ref().is_none_or(|name| *name == row.name)
            && self.kind.is_none_or(|kind| kind == row.rdata.kind())
            && self.content.as_ref().is_none_or(|pattern| pattern.fits(&row.content()))
            && self.priority.is_none_or(|wanted| row.priority().parse() == Ok(wanted))
            && self.ttl.is_none_or(|ttl| ttl == row.ttl)
            && self.same.as_ref().is_none_or(says)
    }
}
