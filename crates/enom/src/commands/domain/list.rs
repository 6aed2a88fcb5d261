//! `GetDomains` and `GetAllDomains`: the account's domains, in a window or as many as are told at once.

use engine::Field;
use engine::model::{RenewalMode, Status, Window};
use engine::ops::domain::{Portfolio, PortfolioFilter, PortfolioOrder, PortfolioRow};
use engine::ports::store::DomainOrder;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, number};
use crate::times::{day, moment};

pub(in crate::commands) async fn window(call: &Call<'_>, mut params: Params) -> Ended {
    let limit = params.read("Display", Field::ListLimit, number).unwrap_or(USUAL).clamp(1, MOST);
    let start = params.read("Start", Field::ListPlace, number::<u32>).unwrap_or(1).max(1);
    params.finish(Some(()))?;
    let done = call.query(portfolio(Window { first: u64::from(start) - 1, limit })).await?;
    Ok(Reply::of(done, |page| {
        let after = u64::from(start) + page.rows.len() as u64;
        let next = if after <= page.total { after } else { 0 };
        let listed = Fields::new()
            .one("DomainCount", page.total.to_string())
            .group("domain-list", page.rows.iter().zip(1..).fold(Fields::new(), short))
            .one("NextRecords", next.to_string());
        Fields::new().group("GetDomains", listed)
    }))
}

pub(in crate::commands) async fn all(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let done = call.query(portfolio(Window { first: 0, limit: ALL })).await?;
    Ok(Reply::of(done, |page| {
        let details = page.rows.iter().zip(1..).fold(Fields::new(), long);
        let listed = details.one("domaincount", page.total.to_string()).one("UserRequestStatus", "");
        Fields::new().group("GetAllDomains", listed)
    }))
}

fn portfolio(window: Window) -> Portfolio {
    let order = PortfolioOrder { by: DomainOrder::Name, descending: false };
    Portfolio { filter: PortfolioFilter::all(), order, window, wide: false }
}

fn short(fields: Fields, (row, place): (&PortfolioRow, usize)) -> Fields {
    let domain = &row.domain;
    let (sld, tld) = domain.name.split_first().unwrap_or((domain.name.as_str(), ""));
    let cells = [
        ("DomainNameID", domain.id.0.to_string()),
        ("sld", sld.to_owned()),
        ("tld", tld.to_owned()),
        ("expiration-date", day(domain.expires_at)),
        ("auto-renew", renews(row, "Yes", "No")),
    ];
    entry(fields, "domain", cells, place)
}

fn long(fields: Fields, (row, place): (&PortfolioRow, usize)) -> Fields {
    let domain = &row.domain;
    let is_locked = domain.statuses.has(Status::ClientTransferProhibited);
    let cells = [
        ("DomainName", domain.name.to_string()),
        ("DomainNameID", domain.id.0.to_string()),
        ("expiration-date", moment(domain.expires_at)),
        ("lockstatus", if is_locked { "Locked" } else { "Not Locked" }.to_owned()),
        ("AutoRenew", renews(row, "Yes", "No")),
    ];
    entry(fields, "DomainDetail", cells, place)
}

/// One of a list: an element, or cells with its number behind their names.
fn entry(fields: Fields, element: &'static str, cells: [(&'static str, String); 5], place: usize) -> Fields {
    let inner = cells.iter().fold(Fields::new(), |inner, (name, value)| inner.xml(*name, value.clone()));
    let fields = fields.xml_group(element, inner);
    cells.into_iter().fold(fields, |fields, (name, value)| fields.text(format!("{name}{place}"), value))
}

fn renews(row: &PortfolioRow, yes: &str, no: &str) -> String {
    let renews = row.domain.renewal.is_some_and(RenewalMode::renews);
    if renews { yes } else { no }.to_owned()
}

/// Domains in a window, unless said otherwise, and at most.
const USUAL: u32 = 25;
const MOST: u32 = 100;
/// Domains that are told at once.
const ALL: u32 = 10_000;
