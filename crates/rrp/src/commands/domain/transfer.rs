//! `TransferDomain`: asks for a domain of another account, or answers who asks. Contacts and name servers that are sent with
//! the request are those of the domain from the end of the transfer on.

use engine::model::{Arrival, AuthInfo, DomainName};
use engine::ops::domain::{Authority, TransferApprove, TransferCancel, TransferReject, TransferRequest};
use engine::ops::{AuthInfoProof, TransferAnswer};
use engine::{Done, Failure, Outcome};

use super::{contacts, name, period, servers, transfer_columns};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::face::Face;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::entity(&mut params);
    let action = params.choice("ACTION", &ACTIONS).unwrap_or(Action::Request);
    let request = name.map(|name| request(call, name, &mut params));
    params.ignore(&OF_NO_CONSEQUENCE);
    let request = params.finish(request)?;
    let name = request.name.clone();
    match action {
        Action::Request => call.command(request).await.map(told),
        Action::Approve => call.command(TransferApprove { name }).await.map(told),
        Action::Deny => deny(call, name).await.map(told),
        Action::Cancel => call.command(TransferCancel { name }).await.map(told),
    }
}

/// What is to be done about a transfer.
#[derive(Clone, Copy)]
enum Action {
    Request,
    Approve,
    Deny,
    Cancel,
}

/// All accounts are of one system here, so a transfer between users is one like any other.
const ACTIONS: [(&str, Action); 5] = [
    ("REQUEST", Action::Request),
    ("USERTRANSFER", Action::Request),
    ("APPROVE", Action::Approve),
    ("DENY", Action::Deny),
    ("CANCEL", Action::Cancel),
];

/// How a letter to the owner would look, which no zone sends here; what would be done without the owner.
const OF_NO_CONSEQUENCE: [&str; 8] = [
    "EMAILLANGUAGE",
    "EMAILSENDER",
    "EMAILSUBJECT",
    "EMAILTAC",
    "EMAILURL",
    "FORCEREQUEST",
    "REQUESTENTITY",
    "TRANSFERLOCK",
];

/// Reads a request. RRP itself knows no code.
pub(super) fn request(call: &Call<'_>, name: DomainName, params: &mut Params) -> TransferRequest {
    let proof =
        params.text("AUTH").map(|auth| AuthInfoProof { authinfo: AuthInfo::presented(&auth), roid: None });
    let authority = match call.face {
        Face::Rrp if proof.is_none() => Authority::Sponsor,
        _ => Authority::AuthInfo(proof),
    };
    let (contacts, delegation) = (contacts::read(params, ""), servers::read(params, "NAMESERVER"));
    let (arrival, people) = (Arrival { contacts, delegation, ..Arrival::default() }, Vec::new());
    TransferRequest { name, period: period::read(params), authority, consent: None, arrival, people }
}

/// The sponsor says no. In RRP whoever asked may say so too, and has then changed its mind (RFC 3632 section 2.2).
async fn deny(call: &Call<'_>, name: DomainName) -> Result<Done<TransferAnswer>, Failure> {
    match call.command(TransferReject { name: name.clone() }).await {
        Err(Failure::Refused(refusals))
            if call.face == Face::Rrp && refusals.first().outcome == Outcome::NotTransferParty =>
        {
            call.command(TransferCancel { name }).await
        }
        ended => ended,
    }
}

fn told(done: Done<TransferAnswer>) -> Reply {
    let is_pending = done.outcome == Outcome::TransferRequested;
    Reply::of(done, |answer| transfer_columns::of(&answer.name, &answer.transfer)).pending(is_pending)
}
