//! `ReissueCertificate`, `ReissueSSLCert`: has a certificate issued again. What is not said anew is as before, or as in the
//! order that `sub` names.

use engine::ops::certificate::Reissue;

use super::{controls, named, request, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params, call.face);
    let said = request::Said::read(&mut params);
    let controls = controls::read(&mut params, &said);
    let at = params.finish(at)?;
    let request = said.over(request::before(call, at).await?)?;
    let done = call.command(Reissue { certificate: at.certificate, request, controls }).await?;
    Ok(Reply::of(done, |order| shown::ordered(call.face, &order)).pending(true))
}
