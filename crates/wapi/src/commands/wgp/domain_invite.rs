//! `wgp-domain-invite`: invites another account to share a protection service.

use engine::Field;
use engine::model::Clid;
use engine::ops::protection::Invite;

use super::parameters;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::name(&mut params);
    let guest = params.need("account", Field::AccountId, Clid::parse);
    let invite = params.finish(name.zip(guest).map(|(name, guest)| Invite { name, guest }))?;
    call.command(invite).await.map(Reply::nothing)
}
