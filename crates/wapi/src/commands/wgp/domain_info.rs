//! `wgp-domain-info`: a protection service.

use engine::ops::protection::Info;

use super::{parameters, shown};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::name(&mut params);
    let name = params.finish(name)?;
    let done = call.query(Info { name }).await?;
    Ok(Reply::telling(done, |view| shown::service(&view.protection, view.owner.as_str())))
}
