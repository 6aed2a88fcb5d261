//! `GetDomainStatus`, `StatusDomain` and `GetRegistrationStatus`: what became of the order for a domain.

use engine::model::{DomainName, Instant, OperationId, Product, Status, Window};
use engine::ops::domain::Dossier;
use engine::ops::order::{Info, List, OrderedLine};
use engine::{Failure, Field, Outcome, Refusal};

use super::{detail::standing, number};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, choose};
use crate::times::moment;
use crate::words::truth;

/// The order that is named, or the last one for the domain.
pub(in crate::commands) async fn by_order(call: &Call<'_>, mut params: Params) -> Ended {
    let order = params.read("OrderID", Field::Order, number::order);
    let product = product(&mut params);
    let name = params.name();
    let name = params.finish(name)?;
    let line = match order {
        Some(order) => of_order(call, order, &name, product).await?,
        None => last(call, name.clone(), product).await?,
    };
    let asked = order.map_or_else(|| name.to_string(), |order| order.0.to_string());
    let line = line.ok_or_else(|| Refusal::new(Outcome::OrderUnknown).value(asked))?;
    let cells = [
        ("DomainName", line.line.goods.title().to_owned()),
        ("InAccount", in_account(&line).to_owned()),
        ("StatusDesc", standing(&line).to_owned()),
        ("ExpDate", line.expires_at.map(moment).unwrap_or_default()),
        ("OrderID", line.line.order.0.to_string()),
    ];
    let told = cells.iter().fold(Fields::new(), |fields, (name, value)| fields.one(*name, value.as_str()));
    // Once more at the top, where some clients look for it.
    let fields = Fields::new().group("DomainStatus", told);
    Ok(Reply::new(cells.into_iter().fold(fields, |fields, (name, value)| fields.xml(name, value))))
}

/// What an order says of a domain.
async fn of_order(
    call: &Call<'_>,
    order: OperationId,
    name: &DomainName,
    product: Option<Product>,
) -> Result<Option<OrderedLine>, Failure> {
    let lines = call.query(Info { order }).await?.answer;
    let fits = |one: &OrderedLine| {
        let goods = &one.line.goods;
        goods.domain() == Some(name) && product.is_none_or(|product| product == goods.product())
    };
    Ok(lines.into_iter().find(fits))
}

/// The latest order for a domain of the account.
pub(in crate::commands) async fn by_name(call: &Call<'_>, mut params: Params) -> Ended {
    let product = product(&mut params);
    let name = params.name();
    let name = params.finish(name)?;
    call.query(Dossier { name: name.clone() }).await?;
    let last = last(call, name, product).await?;
    let order = last.as_ref().map(|one| one.line.order.0.to_string()).unwrap_or_default();
    let told = Fields::new().one("Known", "Known").one("InAccount", "1").one("OrderID", order);
    Ok(Reply::new(Fields::new().group("DomainStatus", told)))
}

async fn last(
    call: &Call<'_>,
    name: DomainName,
    product: Option<Product>,
) -> Result<Option<OrderedLine>, Failure> {
    let until = call.desk.engine().now().plus_days(1);
    let window = Window { first: 0, limit: MOST };
    let list = List { name: Some(name), product, from: Instant::from_millis(0), until, window };
    Ok(call.query(list).await?.answer.rows.pop())
}

pub(in crate::commands) async fn registration(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.query(Dossier { name }).await?;
    Ok(Reply::of(done, |dossier| {
        let has = |wanted| dossier.view.statuses.iter().any(|(status, _)| *status == wanted);
        let is_held = has(Status::ClientHold) || has(Status::ServerHold);
        let waits = has(Status::PendingCreate);
        Fields::new()
            .one("RegistrarHold", truth(is_held))
            .one("RegistrationStatus", if waits { "Processing" } else { "Registered" })
            .one("PurchaseStatus", if waits { "Processing" } else { "Paid" })
    }))
}

/// Whether the domain of a line is in the account, in another or nowhere.
fn in_account(one: &OrderedLine) -> &'static str {
    match (one.expires_at, one.line.object) {
        (Some(_), _) => "1",
        (None, Some(_)) => "2",
        (None, None) => "0",
    }
}

fn product(params: &mut Params) -> Option<Product> {
    params.read("OrderType", Field::OrderType, |text| choose("OrderType", text, &TYPES))
}

const TYPES: [(&str, Product); 3] =
    [("Purchase", Product::Register), ("Transfer", Product::Transfer), ("Extend", Product::Renew)];
/// Lines of one domain that are looked at.
const MOST: u32 = 1000;
