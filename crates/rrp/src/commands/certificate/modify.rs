//! `ModifyCertificate`: says what an order is to certify, how control of its names is shown, or both. The first alone is
//! noted; with the second the order is submitted, again if it was before.

use engine::Field;
use engine::ops::certificate::{Configure, Submit};

use super::{controls, named, request, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params, call.face);
    let said = request::Said::read(&mut params);
    let controls = controls::read(&mut params, &said);
    if controls.is_none() && !said.is_any() {
        params.add(missing("CSR", Field::Csr));
    }
    let at = params.finish(at)?;
    let request = match said.is_any() {
        true => Some(said.over(request::before(call, at).await?)?),
        false => None,
    };
    match (controls, request) {
        (None, Some(request)) => {
            let done = call.command(Configure { at, request }).await?;
            Ok(Reply::of(done, |order| shown::ordered(call.face, &order)))
        }
        (controls, request) => {
            let submit = Submit { at, request, controls: controls.unwrap_or_default() };
            let done = call.command(submit).await?;
            Ok(Reply::of(done, |order| shown::ordered(call.face, &order)).pending(true))
        }
    }
}
