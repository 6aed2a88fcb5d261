//! `ActivateTransfer`, `ActivateDomainTransfer`: what an owner decides who was asked by letter, passed on by an account. No
//! letter asks anyone here, so there is no trigger, and only the account that may decide may pass it on.

use engine::model::{DomainName, TransferState};
use engine::ops::domain::{TradeApprove, TransferQuery, TransferReject};
use engine::{Field, Outcome, Refusal};

use super::{name, trade_status, transfer_columns};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::entity(&mut params);
    let decision = params.need_choice("ACTION", Field::Command, &DECISIONS);
    params.ignore(&["AUTH", "REPOSITORY", "TRIGGER"]);
    let (name, decision) = params.finish(name.zip(decision))?;
    match decision {
        Decision::Transfer => requested(call, name).await,
        Decision::NoTransfer => {
            let done = call.command(TransferReject { name }).await?;
            Ok(Reply::of(done, |answer| transfer_columns::of(&answer.name, &answer.transfer)))
        }
        Decision::Owner => {
            let done = call.command(TradeApprove { name }).await?;
            Ok(Reply::of(done, |answer| trade_status::told(&answer)))
        }
    }
}

/// What is decided.
#[derive(Clone, Copy)]
enum Decision {
    /// That a domain comes.
    Transfer,
    /// That a domain does not go.
    NoTransfer,
    /// That a domain gets another owner.
    Owner,
}

const DECISIONS: [(&str, Decision); 3] =
    [("REQUEST", Decision::Transfer), ("DENY", Decision::NoTransfer), ("APPROVE", Decision::Owner)];

/// A request waits for nobody's word before it is made, so one that is pending has been confirmed.
async fn requested(call: &Call<'_>, name: DomainName) -> Ended {
    let done = call.query(TransferQuery { name: name.clone(), proof: None }).await?;
    if done.answer.transfer.state != TransferState::Pending {
        return Err(Refusal::new(Outcome::TransferNotPending).value(&name).into());
    }
    Ok(Reply::of(done, |answer| transfer_columns::of(&answer.name, &answer.transfer)).pending(true))
}
