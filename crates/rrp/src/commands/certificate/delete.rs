//! `DeleteCertificate`: gives an order up. A certificate that is too old to be paid back is revoked.

use engine::model::CertificateOrder;
use engine::ops::certificate::{Cancel, CertificateRef, Revoke};
use engine::{Done, Failure, Outcome};

use super::{named, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params, call.face);
    let at = params.finish(at)?;
    let done = give_up(call, at).await?;
    let is_pending = done.outcome != Outcome::CertificateCancelled;
    Ok(Reply::of(done, |order| shown::ordered(call.face, &order)).pending(is_pending))
}

/// What was refused changed nothing, so the second command is the only one that is carried out.
async fn give_up(call: &Call<'_>, at: CertificateRef) -> Result<Done<CertificateOrder>, Failure> {
    match call.command(Cancel { at }).await {
        Err(Failure::Refused(refusals)) if refusals.first().outcome == Outcome::CertificateNotReady => {
            call.command(Revoke { at }).await
        }
        end => end,
    }
}
