//! `GetDomains`, `GetAllDomains` and `GetExpiredDomains`: the account's domains, in a window or all of them.

use engine::model::{DomainId, Page, RenewalMode, Status, Window};
use engine::ops::domain::{ListState, Portfolio, PortfolioFilter, PortfolioOrder, PortfolioRow};
use engine::ops::privacy;
use engine::ports::store::DomainOrder;
use engine::{Done, Failure, Field, Outcome, Refusal};

use super::status;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, choose};
use crate::times::{day, moment};
use crate::windows::whole;
use crate::words::{parts, yes_or_no};

pub(in crate::commands) async fn window(call: &Call<'_>, mut params: Params) -> Ended {
    let limit = params.read("Display", Field::ListLimit, number).unwrap_or(USUAL).clamp(1, MOST);
    let start = params.read("Start", Field::ListPlace, number).unwrap_or(1).max(1);
    let tab = params.read("Tab", Field::ListStatus, tab).unwrap_or(&TABS[0]);
    params.finish(Some(()))?;
    let window = Window { first: u64::from(start) - 1, limit };
    let done = call.query(portfolio(tab.state, window)).await?;
    let domains = done.answer.rows.iter().map(|row| row.domain.id).collect();
    let hidden = call.query(privacy::List { domains }).await?.answer;
    Ok(Reply::of(done, |page| {
        let next = next(start, &page);
        let before = start.saturating_sub(limit);
        let rows = page.rows.iter().zip(1..);
        let rows = rows
            .fold(Fields::new(), |fields, (row, place)| fields.row(tab.element, place, short(row, &hidden)));
        let listed = if tab.is_main { Fields::new().group("domain-list", rows) } else { rows };
        let listed = Fields::new()
            .one("DomainCount", page.total.to_string())
            .and(listed)
            .one("NextRecords", next.to_string())
            .one("PreviousRecords", before.to_string());
        Fields::new().group(tab.group, listed)
    }))
}

pub(in crate::commands) async fn all(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let done = every(call, None, Details::default(), long).await?;
    Ok(Reply::of(done, |Details { listed, count }| {
        let listed = listed.one("domaincount", count.to_string()).one("UserRequestStatus", "");
        Fields::new().group("GetAllDomains", listed)
    }))
}

/// The place, counted from 1, at which the next window begins; 0 behind the last.
pub(super) fn next(start: u32, page: &Page<PortfolioRow>) -> u64 {
    let after = u64::from(start) + page.rows.len() as u64;
    if after <= page.total { after } else { 0 }
}

/// Those that have expired, and those that were deleted: two lists, one behind the other.
pub(in crate::commands) async fn expired(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let now = call.desk.engine().now();
    let cells = |row: &PortfolioRow| {
        let state = status::in_list(&row.domain, row.state, now).word();
        let mut cells = long(row);
        cells.insert(2, ("status", state.to_owned()));
        cells.truncate(5);
        cells
    };
    let expired = every(call, Some(ListState::Expired), Details::default(), cells).await?.answer;
    let done = every(call, Some(ListState::Deleted), expired, cells).await?;
    Ok(Reply::of(done, |Details { listed, count }| {
        Fields::new().group("GetExpiredDomains", listed.one("domaincount", count.to_string()))
    }))
}

/// Domains that are told whole.
#[derive(Default)]
struct Details {
    listed: Fields,
    count: usize,
}

impl Details {
    fn and(self, cells: Vec<(&'static str, String)>) -> Self {
        let count = self.count + 1;
        Self { listed: self.listed.row("DomainDetail", count, cells), count }
    }
}

/// All of the account's domains that stand so, by name, behind those that are told already.
async fn every(
    call: &Call<'_>,
    state: Option<ListState>,
    told: Details,
    cells: impl Fn(&PortfolioRow) -> Vec<(&'static str, String)>,
) -> Result<Done<Details>, Failure> {
    let read = |window| call.query(portfolio(state, window));
    whole(WINDOW, read, told, |told, row| told.and(cells(&row))).await
}

/// The account's domains that stand so, by name.
pub(in crate::commands) fn portfolio(state: Option<ListState>, window: Window) -> Portfolio {
    let order = PortfolioOrder { by: DomainOrder::Name, descending: false };
    Portfolio { filter: PortfolioFilter { state, ..PortfolioFilter::all() }, order, window, wide: false }
}

/// A list by its name.
struct Tab {
    name: &'static str,
    state: Option<ListState>,
    /// The element around the list, and that of each domain.
    group: &'static str,
    element: &'static str,
    /// Whether it has a further element around the domains.
    is_main: bool,
}

const TABS: [Tab; 3] = [
    Tab { name: "IOwn", state: None, group: "GetDomains", element: "domain", is_main: true },
    Tab {
        name: "ExpiredDomains",
        state: Some(ListState::Expired),
        group: "GetExpiredDomains",
        element: "item",
        is_main: false,
    },
    Tab {
        name: "RGP",
        state: Some(ListState::Deleted),
        group: "GetRGPDomains",
        element: "item",
        is_main: false,
    },
];

fn tab(text: &str) -> Result<&'static Tab, Refusal> {
    choose("Tab", text, &TABS.each_ref().map(|tab| (tab.name, tab)))
}

fn short(row: &PortfolioRow, privacies: &[(DomainId, bool)]) -> Vec<(&'static str, String)> {
    let domain = &row.domain;
    let (sld, tld) = parts(&domain.name);
    vec![
        ("DomainNameID", domain.id.0.to_string()),
        ("sld", sld.to_owned()),
        ("tld", tld.to_owned()),
        ("expiration-date", day(domain.expires_at)),
        ("auto-renew", renews(row)),
        ("wppsstatus", privacy_word(domain.id, privacies).to_owned()),
    ]
}

fn privacy_word(domain: DomainId, privacies: &[(DomainId, bool)]) -> &'static str {
    let found = privacies.binary_search_by_key(&domain, |(id, _)| *id);
    match found.map(|place| privacies[place].1) {
        Ok(true) => "Enabled",
        Ok(false) => "Disabled",
        Err(_) => "n/a",
    }
}

fn long(row: &PortfolioRow) -> Vec<(&'static str, String)> {
    let domain = &row.domain;
    let is_locked = domain.statuses.has(Status::ClientTransferProhibited);
    vec![
        ("DomainName", domain.name.to_string()),
        ("DomainNameID", domain.id.0.to_string()),
        ("expiration-date", moment(domain.expires_at)),
        ("lockstatus", if is_locked { "Locked" } else { "Not Locked" }.to_owned()),
        ("AutoRenew", renews(row)),
    ]
}

fn renews(row: &PortfolioRow) -> String {
    let renews = row.domain.renewal.is_some_and(RenewalMode::renews);
    yes_or_no(renews).to_owned()
}

/// A whole number.
///
/// # Errors
/// `number_malformed`.
pub(in crate::commands) fn number(text: &str) -> Result<u32, Refusal> {
    text.parse().map_err(|_| Refusal::new(Outcome::NumberMalformed).value(text))
}

/// Domains in a window, unless said otherwise, and at most.
const USUAL: u32 = 25;
const MOST: u32 = 100;
/// Domains that are asked for at a time where all are told.
const WINDOW: u32 = 1_000;
