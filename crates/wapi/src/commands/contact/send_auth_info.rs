//! `contact-send-auth-info`: a new authInfo goes to the contact by e-mail.

use engine::ops::contact::SendAuthinfo;

use super::{existing, zone};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let (zone, handle) = (zone(&mut params), existing(&mut params));
    let send = params.finish(zone.zip(handle).map(|(zone, handle)| SendAuthinfo { zone, handle }))?;
    call.command(send).await.map(Reply::nothing)
}
