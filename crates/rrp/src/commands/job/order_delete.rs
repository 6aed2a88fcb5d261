//! `DeleteOrder`: takes orders back that wait, all that are named or none.

use engine::Field;
use engine::ops::task::Withdraw;

use super::id;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let tasks = params.each("ORDERID", Field::Order, id);
    if tasks.is_empty() {
        params.add(missing("ORDERID", Field::Order));
    }
    let tasks = params.finish(Some(tasks))?;
    let named = tasks.iter().map(ToString::to_string).collect();
    let done = call.command(Withdraw { tasks }).await?;
    Ok(Reply::of(done, |()| Columns::new().many("orderid", named)))
}
