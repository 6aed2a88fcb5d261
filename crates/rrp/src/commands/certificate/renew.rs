//! `RenewCertificate`, `RenewSSLCert`: orders another term. What is not said anew is as before.

use engine::Field;
use engine::ops::certificate::Renew;

use super::{controls, named, request, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::{Params, number};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params, call.face);
    let years = params.read("PERIOD", Field::Period, number).unwrap_or(1);
    let said = request::Said::read(&mut params);
    let controls = controls::read(&mut params, &said);
    let at = params.finish(at)?;
    let request = match said.is_any() || at.number.is_some() {
        true => Some(said.over(request::before(call, at).await?)?),
        false => None,
    };
    let done = call.command(Renew { certificate: at.certificate, years, request, controls }).await?;
    Ok(Reply::of(done, |bought| shown::ordered(call.face, &bought.order)).pending(true))
}
