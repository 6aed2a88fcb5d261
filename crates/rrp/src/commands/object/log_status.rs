//! `StatusObjectLog`: one change of an object.

use engine::Field;
use engine::model::OperationId;
use engine::ops::object::Change;

use super::class;
use super::log::{by, operation};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::{Params, number};
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let change = params.need("LOGINDEX", Field::ListPlace, number).map(OperationId);
    let operation_id = params.finish(change)?;
    let done = call.query(Change { change: operation_id }).await?;
    Ok(Reply::of(done, |(subject, change)| {
        Columns::new()
            .one("logindex", change.line.operation.0.to_string())
            .one("logdate", moment(change.line.at))
            .one("loguser", by(&change))
            .one("logstatus", "ok")
            .one("objectclass", class::word(class::of(&subject)))
            .one("objectid", subject.name())
            .one("operationtype", operation(&change.line.action))
            .one("operationstatus", "SUCCESSFUL")
            .one("reference", change.line.client_id.unwrap_or_default())
    }))
}
