//! `QueryTransferList`: pending transfers to the account. `QueryForeignTransferList`: those away from it.

use engine::model::NamePattern;
use engine::ops::domain::{PendingTransfer, TransferList, TransferSide};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn own(call: &Call<'_>, params: Params) -> Ended {
    list(call, params, TransferSide::Gaining).await
}

pub(in crate::commands) async fn foreign(call: &Call<'_>, params: Params) -> Ended {
    list(call, params, TransferSide::Losing).await
}

async fn list(call: &Call<'_>, mut params: Params, side: TransferSide) -> Ended {
    let page = Page::read(&mut params);
    let pattern = NamePattern::new(&params.text("DOMAIN").unwrap_or_default());
    params.ignore(&["WIDE", "ORDERBY", "ORDER", "USERDEPTH"]);
    params.finish(Some(()))?;
    let done = call.query(TransferList { side, pattern, window: page.window() }).await?;
    Ok(Reply::of(done, |found| page.scalars(told(&found.rows, side), found.rows.len(), found.total)))
}

fn told(rows: &[PendingTransfer], side: TransferSide) -> Columns {
    let column = |cell: fn(&PendingTransfer) -> String| rows.iter().map(cell).collect();
    let state = if side == TransferSide::Gaining { "PENDING" } else { "FOREIGN_PENDING" };
    let actions = if side == TransferSide::Gaining { "CANCEL" } else { "APPROVE,DENY" };
    Columns::new()
        .many("domain", column(|row| row.name.to_string()))
        .many("requestingregistrar", column(|row| row.transfer.gaining.clone()))
        .many("currentregistrar", column(|row| row.transfer.losing.clone()))
        .many("createddate", column(|row| moment(row.transfer.requested_at)))
        .many("transferdate", column(|row| moment(row.transfer.acts_at)))
        .many("transferstatus", rows.iter().map(|_| state.to_owned()).collect())
        .many("availableactions", rows.iter().map(|_| actions.to_owned()).collect())
}
