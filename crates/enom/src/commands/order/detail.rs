//! `GetOrderDetail`: an order of the account's, line by line.

use engine::model::{Goods, Money};
use engine::ops::order::{Info, OrderStanding, OrderedLine};

use super::number;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::certificate::product;
use crate::fields::Fields;
use crate::params::Params;
use crate::words::ordered;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let order = number::needed(&mut params, "OrderID");
    let order = params.finish(order)?;
    let done = call.query(Info { order }).await?;
    Ok(Reply::of(done, |lines| {
        let currency = call.actor().account.currency;
        let sum = lines.iter().map(|one| one.line.amount.minor).fold(0_i64, i64::saturating_add);
        let rows = lines.iter().zip(1..);
        let rows =
            rows.fold(Fields::new(), |fields, (one, place)| fields.row("OrderDetail", place, cells(one)));
        let told = Fields::new()
            .one("Result", "1")
            .one("OrderID", order.0.to_string())
            .one("OrderBillAmount", Money::new(sum, currency).to_string())
            .one("OrderStatus", whole(&lines))
            .and(rows);
        Fields::new().group("Order", told)
    }))
}

fn cells(one: &OrderedLine) -> Vec<(&'static str, String)> {
    let line = &one.line;
    vec![
        ("ProductType", product_type(&line.goods)),
        ("Description", line.goods.title().to_owned()),
        ("Status", standing(one).to_owned()),
        ("Quantity", line.years.to_string()),
        ("AmountPaid", line.amount.to_string()),
    ]
}

fn product_type(goods: &Goods) -> String {
    match goods {
        Goods::Certificate(class) => product::code(class),
        goods => ordered(goods).unwrap_or_default().to_owned(),
    }
}

/// What became of a line.
pub(super) fn standing(one: &OrderedLine) -> &'static str {
    match &one.standing {
        OrderStanding::Refused(_) => "Failed",
        OrderStanding::Kept => "Processing",
        OrderStanding::Transfer(state) if *state == engine::model::TransferState::Pending => "Processing",
        OrderStanding::Transfer(state) if !state.is_approved() => "Failed",
        OrderStanding::Transfer(_) | OrderStanding::Done => "Successful",
    }
}

/// What became of the whole.
pub(super) fn whole(lines: &[OrderedLine]) -> &'static str {
    let any = |word| lines.iter().any(|line| standing(line) == word);
    if any("Processing") {
        "Processing"
    } else if any("Successful") {
        "Successful"
    } else {
        "Failed"
    }
}
