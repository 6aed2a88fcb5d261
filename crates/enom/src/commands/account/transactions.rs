//! `GetTransHistory`: what was booked for the account, newest first.

use engine::Field;
use engine::model::{StatementLine, Window};
use engine::ops::account::Bookings;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::domain::number;
use crate::fields::Fields;
use crate::params::Params;
use crate::times::{moment, read_day};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let start = params.read("StartPosition", Field::ListPlace, number).unwrap_or(1).max(1);
    let from = params.read("StartDate", Field::FirstDay, read_day);
    let last = params.read("EndDate", Field::LastDay, read_day);
    params.finish(Some(()))?;
    let until = last.map(|day| day.plus_days(1));
    let window = Window { first: u64::from(start) - 1, limit: MOST };
    let bookings = Bookings { account: None, from, until, newest_first: true, taxes: false, window };
    let done = call.query(bookings).await?;
    Ok(Reply::of(done, |booked| {
        let account = booked.account;
        let rows = booked.page.rows.iter().zip(1..);
        let rows = rows.fold(Fields::new(), |fields, (line, place)| {
            fields.row("transaction", place, cells(line, line.entry.effect_on(account)))
        });
        Fields::new().group("transactions", rows.one("TotalCount", booked.page.total.to_string()))
    }))
}

fn cells(line: &StatementLine, effect: i64) -> Vec<(&'static str, String)> {
    let amount = engine::model::Money::new(effect, line.entry.amount.currency);
    vec![
        ("TransID", line.entry.id.0.to_string()),
        ("OrderID", line.entry.operation.0.to_string()),
        ("TransDate", moment(line.entry.at)),
        ("TransType", line.entry.kind.name().to_owned()),
        ("Description", line.name.clone().unwrap_or_default()),
        ("Amount", amount.to_string()),
    ]
}

/// Lines that are told at once.
const MOST: u32 = 100;
