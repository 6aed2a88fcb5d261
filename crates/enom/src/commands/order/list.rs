//! `GetOrderList`: the account's orders, one row each.

use engine::Field;
use engine::model::{Instant, Window};
use engine::ops::order::{List, OrderedLine};

use super::detail::whole;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::domain::number;
use crate::fields::Fields;
use crate::params::Params;
use crate::times::{moment, read_day};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let start = params.read("Start", Field::ListPlace, number).unwrap_or(1).max(1);
    let from = params.read("BeginDate", Field::FirstDay, read_day).unwrap_or(Instant::from_millis(0));
    let last = params.read("EndDate", Field::LastDay, read_day);
    params.finish(Some(()))?;
    // The last day is one of those that are asked for.
    let until = last.map_or(call.desk.engine().now().plus_days(1), |day| day.plus_days(1));
    let window = Window { first: u64::from(start) - 1, limit: MOST };
    let done = call.query(List { name: None, product: None, from, until, window }).await?;
    Ok(Reply::of(done, |page| {
        let orders = page.rows.chunk_by(|one, other| one.line.order == other.line.order);
        let rows = orders.filter_map(cells).zip(1..);
        let rows = rows.fold(Fields::new(), |fields, (cells, place)| fields.row("OrderDetail", place, cells));
        let told = Fields::new()
            .one("TotalOrderCount", page.total.to_string())
            .one("StartPosition", start.to_string())
            .and(rows);
        Fields::new().group("OrderList", told)
    }))
}

fn cells(order: &[OrderedLine]) -> Option<Vec<(&'static str, String)>> {
    let line = &order.first()?.line;
    let status = whole(order);
    Some(vec![
        ("OrderID", line.order.0.to_string()),
        ("OrderDate", moment(line.placed_at)),
        ("StatusDesc", status.to_owned()),
        ("OrderProcessFlag", u8::from(status != "Processing").to_string()),
    ])
}

/// Lines of orders that are told at once.
const MOST: u32 = 100;
