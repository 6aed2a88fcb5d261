//! `TransferContact`: asks for a contact of another account, or answers who asks.

use engine::model::{AuthInfo, Handle};
use engine::ops::TransferAnswer;
use engine::ops::contact::{TransferApprove, TransferCancel, TransferReject, TransferRequest};
use engine::{Done, Failure, Field};

use super::data;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;
use crate::times::moment;

#[derive(Clone, Copy)]
enum Action {
    Request,
    Approve,
    Deny,
    Cancel,
}

const ACTIONS: [(&str, Action); 4] = [
    ("REQUEST", Action::Request),
    ("APPROVE", Action::Approve),
    ("DENY", Action::Deny),
    ("CANCEL", Action::Cancel),
];

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let handle = data::handle(&mut params);
    let action =
        if params.was_sent("ACTION") { params.choice("ACTION", &ACTIONS) } else { Some(Action::Request) };
    let proof = params.read("AUTH", Field::Authinfo, |text| Ok(AuthInfo::presented(text)));
    let (handle, action) = params.finish(handle.zip(action))?;
    let done = act(call, handle, action, proof).await?;
    Ok(Reply::of(done, told))
}

async fn act(
    call: &Call<'_>,
    handle: Handle,
    action: Action,
    proof: Option<AuthInfo>,
) -> Result<Done<TransferAnswer>, Failure> {
    match action {
        Action::Request => call.command(TransferRequest { handle, zone: None, proof }).await,
        Action::Approve => call.command(TransferApprove { handle }).await,
        Action::Deny => call.command(TransferReject { handle }).await,
        Action::Cancel => call.command(TransferCancel { handle }).await,
    }
}

fn told(answer: TransferAnswer) -> Columns {
    let transfer = answer.transfer;
    Columns::new()
        .one("contact", answer.name)
        .one("transfer status", transfer.state.name())
        .one("requested date", moment(transfer.requested_at))
        .one("execute date", moment(transfer.acts_at))
        .one("requesting registrar", transfer.gaining.as_str())
        .one("current registrar", transfer.losing.as_str())
}
