//! `QueryDomainList` and its kin: the account's domains, through a window.

use engine::Field;
use engine::model::{DomainName, Instant, NamePattern, Role, Tag};
use engine::ops::domain::{ListState, Portfolio, PortfolioFilter, PortfolioOrder, PortfolioRow};
use engine::ports::store::DomainOrder;

use super::{contacts, modes, renewed_list};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::{Params, number};
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    match params.choice("TYPE", &KINDS).unwrap_or(Kind::Usual) {
        Kind::Renewed => renewed_list::run(call, params).await,
        kind => list(call, params, kind).await,
    }
}

pub(in crate::commands) async fn expiring(call: &Call<'_>, params: Params) -> Ended {
    list(call, params, Kind::Expiring).await
}

pub(in crate::commands) async fn renewing(call: &Call<'_>, params: Params) -> Ended {
    list(call, params, Kind::Renewing).await
}

/// Which domains, and how much of each.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Usual,
    All,
    /// Those that will soon be renewed.
    Renewing,
    /// Those that will soon expire.
    Expiring,
    /// Those that were renewed of late.
    Renewed,
    /// Those that are past their expiry.
    Grace,
}

async fn list(call: &Call<'_>, mut params: Params, kind: Kind) -> Ended {
    let page = Page::read(&mut params);
    let wide = params.choice("WIDE", &[("0", false), ("1", true), ("2", true)]).unwrap_or_default();
    let by = params.choice("ORDERBY", &ORDERS);
    let descending = params.choice("ORDER", &[("ASC", false), ("DESC", true)]).unwrap_or_default();
    let filter = filter(&mut params, kind, call.desk.engine().now());
    params.ignore(&["USERDEPTH", "NOTOTAL", "VERSION"]);
    params.finish(Some(()))?;
    let order = PortfolioOrder { by: by.unwrap_or(DomainOrder::Name), descending };
    let wide = wide || kind == Kind::All;
    let done = call.query(Portfolio { filter, order, window: page.window(), wide }).await?;
    Ok(Reply::of(done, |found| {
        let columns = names(call, &found.rows);
        let columns = if wide { details(columns, &found.rows) } else { columns };
        page.scalars(columns, found.rows.len(), found.total)
    }))
}

fn filter(params: &mut Params, kind: Kind, now: Instant) -> PortfolioFilter {
    let soon = now.plus_days(days(params));
    let (state, expires_before) = match kind {
        Kind::Usual | Kind::All | Kind::Renewed => (None, None),
        Kind::Renewing | Kind::Expiring => (Some(ListState::Active), Some(soon)),
        Kind::Grace => (Some(ListState::Expired), None),
    };
    PortfolioFilter {
        pattern: NamePattern::new(&params.text("DOMAIN").unwrap_or_default()),
        zone: params.read("ZONE", Field::Zone, DomainName::parse),
        state,
        expires_from: None,
        expires_before,
        tag: params.each("DOMAINTAG", Field::DomainTag, Tag::parse).into_iter().next(),
    }
}

fn names(call: &Call<'_>, rows: &[PortfolioRow]) -> Columns {
    let column = |cell: &dyn Fn(&PortfolioRow) -> String| rows.iter().map(cell).collect::<Vec<_>>();
    let registrar = call.visitor.shown();
    Columns::new()
        .many("domain", column(&|row| row.domain.name.to_string()))
        .many("domain idn", column(&|row| row.domain.name.unicode()))
        .many("roid", column(&|row| row.domain.id.roid()))
        .many("domain zone", column(&|row| row.domain.zone.to_string()))
        .many("domain created date", column(&|row| moment(row.domain.created_at)))
        .many("domain created by", column(&|row| row.creator.to_string()))
        .many(
            "domain updated date",
            column(&|row| moment(row.domain.updated_at.unwrap_or(row.domain.created_at))),
        )
        .many("domain updated by", column(&|row| row.updater.as_ref().unwrap_or(&row.creator).to_string()))
        .many("domain registration expiration date", column(&|row| moment(row.domain.expires_at)))
        .many("domain renewal date", column(&|row| moment(row.domain.expires_at)))
        .many("renewalmode", column(&|row| modes::word(&modes::RENEWAL, &row.domain.renewal).to_owned()))
        .many("transfermode", column(&|row| modes::word(&modes::TRANSFER, &row.domain.time_out).to_owned()))
        .many("registrar", column(&|_| registrar.clone()))
}

/// Several values of a domain share its cell.
fn details(columns: Columns, rows: &[PortfolioRow]) -> Columns {
    let column = |cell: &dyn Fn(&PortfolioRow) -> String| rows.iter().map(cell).collect::<Vec<_>>();
    let columns = columns
        .many("domain status", column(&state))
        .many("nameserver", column(&|row| servers(row).join(";")));
    contacts::ROLES.iter().fold(columns, |columns, (role, _, name)| {
        columns.many(*name, column(&|row| handles(row, *role).join(";")))
    })
}

fn state(row: &PortfolioRow) -> String {
    let state = match row.state {
        ListState::Active | ListState::Held | ListState::Arriving => "ACTIVE",
        ListState::Expired => "EXPIRED",
        ListState::Deleted => "DELETED",
    };
    let statuses = row.domain.statuses.iter().map(|status| status.to_string());
    std::iter::once(state.to_owned()).chain(statuses).collect::<Vec<_>>().join(";")
}

fn servers(row: &PortfolioRow) -> Vec<String> {
    let objects = row.links.hosts.iter().map(|host| host.name.to_string());
    objects.chain(row.domain.host_attributes.iter().map(|server| server.name.to_string())).collect()
}

fn handles(row: &PortfolioRow, role: Role) -> Vec<String> {
    let held = row.links.contacts.iter().filter(|contact| contact.role == role);
    held.map(|contact| contact.handle.to_string()).collect()
}

const KINDS: [(&str, Kind); 6] = [
    ("DEFAULT", Kind::Usual),
    ("ALL", Kind::All),
    ("SHOWRENEW", Kind::Renewing),
    ("SHOWEXPIRE", Kind::Expiring),
    ("SHOWRENEWED", Kind::Renewed),
    ("SHOWGRACE", Kind::Grace),
];

const ORDERS: [(&str, DomainOrder); 6] = [
    ("DOMAIN", DomainOrder::Name),
    ("DOMAINCREATEDDATE", DomainOrder::Created),
    ("DOMAINUPDATEDDATE", DomainOrder::Updated),
    ("DOMAINREGISTRATIONEXPIRATIONDATE", DomainOrder::Expiry),
    ("DOMAINEXPIRATIONDATE", DomainOrder::Expiry),
    ("EXPIRATIONDATE", DomainOrder::Expiry),
];

/// How far lists of renewals and expiries look ahead or back, in days.
pub(super) fn days(params: &mut Params) -> i64 {
    params.read("DAYS", Field::Period, number::<u16>).map_or(USUAL_DAYS, i64::from)
}

/// Unless something else is asked for.
const USUAL_DAYS: i64 = 90;
