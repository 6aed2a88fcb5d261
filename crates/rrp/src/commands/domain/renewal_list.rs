//! `QueryUpcomingAccountingList`, `QueryObjectRenewalList`: the domains that will be renewed or end next, with what their renewal
//! costs.

use engine::Field;
use engine::model::{DomainName, Instant, NamePattern};
use engine::ops::domain::{Portfolio, PortfolioFilter, PortfolioOrder, PortfolioRow, Price};
use engine::policy::Priced;
use engine::ports::store::DomainOrder;

use super::list::days;
use super::modes;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::face::Face;
use crate::page::{Page, own_alone};
use crate::params::Params;
use crate::times::{self, moment};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    own_alone(&mut params);
    params.choice("OBJECTCLASS", &[("DOMAIN", ()), ("*", ())]);
    params.choice("ORDERBY", &[("EXPIRATIONDATE", ()), ("RENEWALDATE", ()), ("PAIDUNTILDATE", ())]);
    let filter = filter(&mut params, call.desk.engine().now());
    params.ignore(&["WIDE", "ORDER"]);
    params.finish(Some(()))?;
    let order = PortfolioOrder { by: DomainOrder::Expiry, descending: false };
    let done = call.query(Portfolio { filter, order, window: page.window(), wide: false }).await?;
    Ok(Reply::of(done, |found| page.scalars(told(call, &found.rows), found.rows.len(), found.total)))
}

fn filter(params: &mut Params, now: Instant) -> PortfolioFilter {
    let names = ["DOMAIN", "OBJECTID"].map(|name| params.text(name));
    let pattern = names.into_iter().flatten().next().unwrap_or_default();
    let ahead = now.plus_days(days(params));
    PortfolioFilter {
        pattern: NamePattern::new(&pattern),
        zone: params.read("ZONE", Field::Zone, DomainName::parse),
        expires_from: params.read("MINEXPIRATIONDATE", Field::FirstDay, times::from),
        expires_before: params.read("MAXEXPIRATIONDATE", Field::LastDay, times::until).or(Some(ahead)),
        ..PortfolioFilter::all()
    }
}

fn told(call: &Call<'_>, rows: &[PortfolioRow]) -> Columns {
    let prices: Vec<_> = rows.iter().map(|row| renewal(call, row)).collect();
    let price = |of: usize| prices.iter().map(|price| price[of].clone()).collect();
    let names = rows.iter().map(|row| row.domain.name.to_string());
    let columns = match call.face {
        Face::Cnr | Face::Rrp => Columns::new().many("domain", names.collect()),
        Face::Hexonet => {
            let columns = Columns::new().each("objectclass", rows, |_| "DOMAIN".to_owned());
            columns.many("objectid", names.collect())
        }
    };
    columns
        .each("zone", rows, |row| row.domain.zone.to_string())
        .each("renewaldate", rows, |row| moment(row.domain.expires_at))
        .each("expirationdate", rows, |row| moment(row.domain.expires_at))
        .each("renewalmode", rows, |row| modes::word(&modes::RENEWAL, &row.domain.renewal).to_owned())
        .many("price", price(0))
        .many("vat", price(1))
        .many("currency", price(2))
        .each("period", rows, |_| "1".to_owned())
        .each("periodtype", rows, |_| "YEAR".to_owned())
}

/// What a renewal by the server costs, its tax and the currency; empty where it is not for sale.
fn renewal(call: &Call<'_>, row: &PortfolioRow) -> [String; 3] {
    let price = Price { name: row.domain.name.clone(), period: None };
    let fee = call.glance(price).ok().and_then(|done| done.answer.fee(Priced::Renew));
    fee.map_or_else(Default::default, |fee| {
        [fee.net.to_string(), fee.tax.to_string(), fee.net.currency.code().to_owned()]
    })
}
