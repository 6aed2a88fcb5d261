//! `wgp-domain-invitation-accept` and `wgp-domain-invitation-reject`: answer an invitation to share a protection service.

use engine::ops::protection::AnswerInvitation;

use super::parameters;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn accept(call: &Call<'_>, params: Params) -> Ended {
    answer(call, params, true).await
}

pub(in crate::commands) async fn reject(call: &Call<'_>, params: Params) -> Ended {
    answer(call, params, false).await
}

async fn answer(call: &Call<'_>, mut params: Params, accept: bool) -> Ended {
    let name = parameters::name(&mut params);
    let name = params.finish(name)?;
    call.command(AnswerInvitation { name, accept }).await.map(Reply::nothing)
}
