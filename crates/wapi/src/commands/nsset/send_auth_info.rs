//! `nsset-send-auth-info`: a new authInfo goes to the technical contacts by e-mail.

use engine::ops::nsset::SendAuthinfo;

use super::{name, zone};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let (zone, name) = (zone(&mut params), name(&mut params));
    let send = params.finish(zone.zip(name).map(|(zone, name)| SendAuthinfo { zone, name }))?;
    call.command(send).await.map(Reply::nothing)
}
