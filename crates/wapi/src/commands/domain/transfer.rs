//! `domain-transfer`: has a domain of another account transferred. Done at once where the zone lets it, otherwise accepted
//! and ended by a notice. It has the contacts and name servers that are sent from then on, and keeps those that are not.

use engine::model::{Arrival, AuthInfo, DomainName};
use engine::ops::AuthInfoProof;
use engine::ops::domain::{Authority, TransferRequest};
use engine::{Done, Field};

use super::{consent, contacts, name_servers, order};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let request = read(call, &mut params);
    let request = params.finish(request)?;
    contacts::look_up(call, &request.name, &request.arrival.contacts).await?;
    let Done { outcome, answer, warnings } = call.command(request).await?;
    let number = answer.transfer.object.unwrap_or(call.request.operation.0);
    let data = order::told(call, number, answer.transfer.expires_at).await;
    Ok(Reply { outcome, data: Some(data), warnings })
}

fn read(call: &Call<'_>, params: &mut Params) -> Option<TransferRequest> {
    let name = params.need("name", Field::DomainName, DomainName::parse);
    let authinfo = params.required("auth_info", Field::Authinfo);
    let contacts = contacts::read(call, params, name.as_ref());
    let arrival = Arrival { contacts, delegation: name_servers::read(params), ..Arrival::default() };
    let consent = consent::read(params);
    let proof = AuthInfoProof { authinfo: AuthInfo::presented(&authinfo?), roid: None };
    let authority = Authority::AuthInfo(Some(proof));
    let (name, consent, people) = (name?, Some(consent?), Vec::new());
    Some(TransferRequest { name, period: None, authority, consent, arrival, people })
}
