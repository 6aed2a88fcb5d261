//! `domain-transfer`: has a domain of another account transferred. Done at once where the zone lets it, otherwise accepted
//! and ended by a notice. Its contacts and name servers stay as they are until they are changed by commands of their own.

use engine::model::{AuthInfo, DomainName, Handle, Role};
use engine::ops::AuthInfoProof;
use engine::ops::domain::TransferRequest;
use engine::{Done, Field};

use super::{consent, contacts, name_servers, order};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let read = read(call, &mut params);
    let (request, named) = params.finish(read)?;
    contacts::look_up(call, &request.name, &named).await?;
    let Done { outcome, answer, warnings } = call.command(request).await?;
    let number = answer.transfer.object.unwrap_or(call.request.operation.0);
    let data = order::told(call, number, answer.transfer.expires_at).await;
    Ok(Reply { outcome, data: Some(data), warnings })
}

fn read(call: &Call<'_>, params: &mut Params) -> Option<(TransferRequest, Vec<(Role, Handle)>)> {
    let name = params.need("name", Field::DomainName, DomainName::parse);
    let authinfo = params.required("auth_info", Field::Authinfo);
    let named = contacts::read(call, params, name.as_ref());
    // What is sent has to be readable, whether or not the transfer needs it.
    name_servers::read(params);
    let consent = consent::read(params);
    let proof = AuthInfoProof { authinfo: AuthInfo::presented(&authinfo?), roid: None };
    let request = TransferRequest { name: name?, period: None, proof: Some(proof), consent: Some(consent?) };
    Some((request, named))
}
