//! `TP_GetOrder`, `TP_GetOrderDetail`, `TP_GetDetailsByDomain`, `TP_GetOrdersByDomain` and `TP_GetOrderStatuses`.

use engine::model::{DomainName, Instant, Money, Product, Window};
use engine::ops::order::{Info, List, OrderedLine};
use engine::{Failure, Field, Outcome, Refusal};

use super::standing;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::order::number;
use crate::fields::Fields;
use crate::params::Params;
use crate::times::moment;
use crate::words::parts;

pub(in crate::commands) async fn order(call: &Call<'_>, mut params: Params) -> Ended {
    let order = number::needed(&mut params, "TransferOrderID");
    let order = params.finish(order)?;
    let done = call.query(Info { order }).await?;
    Ok(Reply::of(done, |lines| whole(&lines)))
}

/// An order with all its domains.
pub(super) fn whole(lines: &[OrderedLine]) -> Fields {
    let Some(first) = lines.first().map(|one| &one.line) else { return Fields::new() };
    let (status, words) = standing::of_order(lines);
    let sum = lines.iter().map(|one| one.line.amount.minor).fold(0_i64, i64::saturating_add);
    let rows = lines.iter().zip(1..);
    let rows =
        rows.fold(Fields::new(), |fields, (one, place)| fields.row("transferorderdetail", place, cells(one)));
    let told = Fields::new()
        .one("transferorderid", first.order.0.to_string())
        .one("orderdate", moment(first.placed_at))
        .one("ordertypeid", "1")
        .one("ordertypedesc", "Auto Verification")
        .one("statusid", status.to_string())
        .one("statusdesc", words)
        .one("authamount", Money::new(sum, first.amount.currency).to_string())
        .one("version", "1")
        .and(rows)
        .one("transferorderdetailcount", lines.len().to_string());
    Fields::new().group("transferorder", told)
}

fn cells(one: &OrderedLine) -> Vec<(&'static str, String)> {
    let line = &one.line;
    let (sld, tld) = line.goods.domain().map(parts).unwrap_or_default();
    let (status, words) = standing::of(one);
    vec![
        ("transferorderdetailid", number::of(line)),
        ("sld", sld.to_owned()),
        ("tld", tld.to_owned()),
        ("statusid", status.to_string()),
        ("statusdesc", words.to_owned()),
        ("price", line.amount.to_string()),
        ("usecontacts", "0".to_owned()),
    ]
}

pub(in crate::commands) async fn detail(call: &Call<'_>, mut params: Params) -> Ended {
    let line = params.need("TransferOrderDetailID", Field::Order, number::line);
    let (order, place) = params.finish(line)?;
    let done = call.query(Info { order }).await?;
    let line = done.answer.iter().find(|one| i64::from(one.line.place) == place).cloned();
    let line = line.ok_or_else(|| Refusal::new(Outcome::OrderUnknown).value(order.0))?;
    Ok(Reply::of(done, |_| {
        let cells =
            cells(&line).into_iter().fold(Fields::new(), |fields, (name, value)| fields.one(name, value));
        let people = KINDS.into_iter().fold(Fields::new(), |fields, kind| fields.xml(kind, "None"));
        let told = cells.one("ordertype", "Auto Verification").group("contacts", people);
        Fields::new().group("transferorderdetail", told)
    }))
}

/// Oldest first: clients take the last for the one that counts.
pub(in crate::commands) async fn details_of_domain(call: &Call<'_>, params: Params) -> Ended {
    of_domain(call, params, "TransferOrder", standing::of).await
}

pub(in crate::commands) async fn orders_of_domain(call: &Call<'_>, params: Params) -> Ended {
    of_domain(call, params, "transferorder", |one| standing::of_order(std::slice::from_ref(one))).await
}

async fn of_domain(
    call: &Call<'_>,
    mut params: Params,
    element: &'static str,
    standing: fn(&OrderedLine) -> standing::Standing,
) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let lines = lines(call, Some(name)).await?;
    let fields = lines.iter().zip(1..).fold(Fields::new(), |fields, (one, place)| {
        fields.row(element, place, dated(one, "orderid", standing(one)))
    });
    Ok(Reply::new(fields.one("ordercount", lines.len().to_string())))
}

pub(in crate::commands) async fn statuses(call: &Call<'_>, mut params: Params) -> Ended {
    let closed = params.flag("IncludeClosedOrders").unwrap_or_default();
    params.finish(Some(()))?;
    let lines = lines(call, None).await?;
    let orders = lines.chunk_by(|one, other| one.line.order == other.line.order);
    let rows = orders.filter_map(|order| Some((order.first()?, standing::of_order(order))));
    let rows: Vec<_> = rows.filter(|(_, (status, _))| closed || *status == OPEN).collect();
    let fields = rows.iter().zip(1..).fold(Fields::new(), |fields, ((one, standing), place)| {
        fields.row("transferorder", place, dated(one, "transferorderid", *standing))
    });
    Ok(Reply::new(fields.one("ordercount", rows.len().to_string())))
}

fn dated(
    one: &OrderedLine,
    number: &'static str,
    (status, words): standing::Standing,
) -> Vec<(&'static str, String)> {
    vec![
        (number, one.line.order.0.to_string()),
        ("orderdate", moment(one.line.placed_at)),
        ("statusid", status.to_string()),
        ("statusdesc", words.to_owned()),
    ]
}

async fn lines(call: &Call<'_>, name: Option<DomainName>) -> Result<Vec<OrderedLine>, Failure> {
    let until = call.desk.engine().now().plus_days(1);
    let window = Window { first: 0, limit: MOST };
    let list = List { name, product: Some(Product::Transfer), from: Instant::from_millis(0), until, window };
    Ok(call.query(list).await?.answer.rows)
}

/// Lines that are told at once.
const MOST: u32 = 1000;
/// The status of an order that is not over.
const OPEN: u8 = 4;
/// Contacts stay as they are in a transfer.
const KINDS: [&str; 5] = ["Registrant", "AuxBilling", "Tech", "Admin", "Billing"];
