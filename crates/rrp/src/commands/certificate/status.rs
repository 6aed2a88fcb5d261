//! `StatusCertificate`, `StatusSSLCert`: an order of a certificate, the latest unless another is named.

use engine::ops::certificate::Info;

use super::{named, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params, call.face);
    let at = params.finish(at)?;
    Ok(Reply::of(call.query(Info { at }).await?, |view| shown::view(call.face, &view)))
}
