//! `StatusDomainTransfer`: where the latest transfer of a domain stands. The log is always there: clients look for it.

use engine::ops::domain::TransferQuery;

use super::{name, transfer_columns};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::entity(&mut params);
    let name = params.finish(name)?;
    let done = call.query(TransferQuery { name, proof: None }).await?;
    Ok(Reply::of(done, |answer| {
        let log = transfer_columns::log(&answer.transfer);
        transfer_columns::of(&answer.name, &answer.transfer).many("transfer log", log)
    }))
}
