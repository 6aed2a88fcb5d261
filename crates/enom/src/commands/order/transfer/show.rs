//! `TP_GetOrder`, `TP_GetOrderDetail`, `TP_GetDetailsByDomain`, `TP_GetOrdersByDomain` and `TP_GetOrderStatuses`.

use engine::model::{DomainName, Instant, Money, OperationId, Product, RenewalMode, Window};
use engine::ops::domain::{Price, TransferRequest};
use engine::ops::order::{Info, List, OrderStanding, OrderedLine};
use engine::policy::Priced;
use engine::{Failure, Field, Outcome, Refusal};

use super::{standing, wanted};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::domain::{contacts, people};
use crate::commands::order::number;
use crate::fields::Fields;
use crate::kept::Kept;
use crate::params::Params;
use crate::times::moment;
use crate::words::{parts, truth};

pub(in crate::commands) async fn order(call: &Call<'_>, mut params: Params) -> Ended {
    let order = number::needed(&mut params, "TransferOrderID");
    let order = params.finish(order)?;
    let done = call.query(Info { order }).await?;
    Ok(Reply::of(done, |lines| whole(call, &lines)))
}

/// An order with all its domains.
pub(super) fn whole(call: &Call<'_>, lines: &[OrderedLine]) -> Fields {
    let Some(first) = lines.first().map(|one| &one.line) else { return Fields::new() };
    let (status, words) = standing::of_order(lines);
    let sum = lines.iter().map(|one| price(call, one).minor).fold(0_i64, i64::saturating_add);
    let rows = lines.iter().zip(1..);
    let rows = rows.fold(Fields::new(), |fields, (one, place)| {
        fields.row("transferorderdetail", place, cells(call, one))
    });
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

/// What a domain costs, or will once the order is submitted.
fn price(call: &Call<'_>, one: &OrderedLine) -> Money {
    let name = one.line.goods.domain().filter(|_| one.standing == OrderStanding::Kept);
    let quoted = name.and_then(|name| call.glance(Price { name: name.clone(), period: None }).ok());
    let fee = quoted.and_then(|done| Some(done.answer.fee(Priced::Transfer)?.gross()));
    fee.unwrap_or(one.line.amount)
}

/// Whether the domain was to keep its contacts, as long as that is known.
fn uses_contacts(one: &OrderedLine) -> bool {
    let kept = one.words.as_ref().and_then(|words| Kept::read(words).ok());
    kept.and_then(|kept| kept.params().flag("UseContacts")).unwrap_or_default()
}

fn cells(call: &Call<'_>, one: &OrderedLine) -> Vec<(&'static str, String)> {
    let line = &one.line;
    let (sld, tld) = line.goods.domain().map(parts).unwrap_or_default();
    let (status, words) = standing::of(one);
    vec![
        ("transferorderdetailid", number::of(line)),
        ("sld", sld.to_owned()),
        ("tld", tld.to_owned()),
        ("statusid", status.to_string()),
        ("statusdesc", words.to_owned()),
        ("price", price(call, one).to_string()),
        ("usecontacts", u8::from(uses_contacts(one)).to_string()),
    ]
}

pub(in crate::commands) async fn detail(call: &Call<'_>, mut params: Params) -> Ended {
    let line = params.need("TransferOrderDetailID", Field::Order, number::line);
    let line = params.finish(line)?;
    Ok(Reply::new(detail_of(call, &line_of(call, line).await?)?))
}

/// A line of an order of the account's.
///
/// # Errors
/// `order_unknown`, `order_of_another`.
pub(super) async fn line_of(
    call: &Call<'_>,
    (order, place): (OperationId, i64),
) -> Result<OrderedLine, Failure> {
    let lines = call.query(Info { order }).await?.answer;
    let line = lines.into_iter().find(|one| i64::from(one.line.place) == place);
    Ok(line.ok_or_else(|| Refusal::new(Outcome::OrderUnknown).value(order.0))?)
}

/// A line by itself, with what it says as long as it can be asked for.
///
/// # Errors
/// What is wrong with what it says by now.
pub(super) fn detail_of(call: &Call<'_>, one: &OrderedLine) -> Result<Fields, Failure> {
    let mut told =
        cells(call, one).into_iter().fold(Fields::new(), |fields, (name, value)| fields.one(name, value));
    let request = one.words.as_ref().map(|words| wanted::again(call, &Kept::read(words)?)).transpose()?;
    if let Some(TransferRequest { arrival, .. }) = &request {
        let renews = arrival.renewal.is_some_and(|mode| mode == RenewalMode::Automatic);
        told = told.one("lock", truth(arrival.is_locked)).one("renew", truth(renews));
    }
    let people = request.map(|request| request.people).unwrap_or_default();
    let contacts = contacts::SHOWN.into_iter().fold(Fields::new(), |fields, (kind, role)| {
        match people.iter().find(|person| person.role == role) {
            Some(person) => fields.group(kind, people::cells(kind, &person.details)),
            None => fields.xml(kind, "None"),
        }
    });
    let told = told.one("ordertype", "Auto Verification").group("contacts", contacts);
    Ok(Fields::new().group("transferorderdetail", told))
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
    let rows: Vec<_> = rows.filter(|(_, (status, _))| closed || OPEN.contains(status)).collect();
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
/// The statuses of an order that is not over.
const OPEN: [u8; 2] = [4, 5];
