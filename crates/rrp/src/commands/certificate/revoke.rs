//! `RevokeSSLCert`: has a certificate revoked. The reason has to be named; it is for people.

use engine::Field;
use engine::ops::certificate::Revoke;

use super::{named, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params, call.face);
    let reason = params.required("REASON", Field::RevocationReason);
    let at = params.finish(at.zip(reason))?.0;
    let done = call.command(Revoke { at }).await?;
    Ok(Reply::of(done, |order| shown::ordered(call.face, &order)).pending(true))
}
