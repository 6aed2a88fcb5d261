//! `AdvancedDomainSearch`: the account's domains that fit, in a window.

use engine::Field;
use engine::model::{DomainName, NamePattern, RenewalMode, Tag, Window};
use engine::ops::domain::{Portfolio, PortfolioFilter, PortfolioOrder, PortfolioRow};
use engine::ports::store::DomainOrder;

use super::{
    list::{next, number},
    status,
};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::times::{day, read_day};
use crate::words::{parts, yes_or_no};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let limit = params.read("RecordsToReturn", Field::ListLimit, number).unwrap_or(USUAL).clamp(1, MOST);
    let start = params.read("StartPosition", Field::ListPlace, number).unwrap_or(1).max(1);
    let filter = filter(&mut params);
    let filter = params.finish(Some(filter))?;
    let order = PortfolioOrder { by: DomainOrder::Name, descending: false };
    let window = Window { first: u64::from(start) - 1, limit };
    let done = call.query(Portfolio { filter, order, window, wide: true }).await?;
    let now = call.desk.engine().now();
    Ok(Reply::of(done, |page| {
        let next = next(start, &page);
        let rows = page.rows.iter().zip(1..);
        let cells = |row: &PortfolioRow| found(row, status::in_list(&row.domain, row.state, now).word());
        let rows = rows.fold(Fields::new(), |fields, (row, place)| fields.row("Domain", place, cells(row)));
        let listed = Fields::new()
            .one("TotalResults", page.total.to_string())
            .one("StartPosition", start.to_string())
            .one("NextPosition", next.to_string())
            .group("Domains", rows);
        Fields::new().group("DomainSearch", listed)
    }))
}

/// `SLD` and `TLD` may have asterisks in them.
fn filter(params: &mut Params) -> PortfolioFilter {
    let sld = params.text("SLD").map(|sld| sld.trim().to_ascii_lowercase());
    let zone = params.read("TLD", Field::Zone, DomainName::parse);
    let pattern = sld.map_or_else(NamePattern::any, |sld| NamePattern::new(&format!("{sld}.*")));
    PortfolioFilter {
        pattern,
        zone,
        expires_from: params.read("ExpirationDateFrom", Field::FirstDay, read_day),
        expires_before: params.read("ExpirationDateTo", Field::LastDay, read_day),
        tag: params.read("FolderName", Field::DomainTag, Tag::parse),
        ..PortfolioFilter::all()
    }
}

fn found(row: &PortfolioRow, state: &str) -> Vec<(&'static str, String)> {
    let domain = &row.domain;
    let (sld, tld) = parts(&domain.name);
    let renews = domain.renewal.is_some_and(RenewalMode::renews);
    let hosts = row.links.hosts.iter().map(|host| host.name.to_string());
    let attributes = domain.host_attributes.iter().map(|server| server.name.to_string());
    let servers: Vec<String> = hosts.chain(attributes).collect();
    vec![
        ("DomainNameID", domain.id.0.to_string()),
        ("SLD", sld.to_owned()),
        ("TLD", tld.to_owned()),
        ("AutoRenew", yes_or_no(renews).to_owned()),
        ("ExpDate", day(domain.expires_at)),
        ("DomainRegistrationStatus", state.to_owned()),
        ("NameServers", servers.join(",")),
    ]
}

/// Domains in a window, unless said otherwise, and at most.
const USUAL: u32 = 25;
const MOST: u32 = 250;
