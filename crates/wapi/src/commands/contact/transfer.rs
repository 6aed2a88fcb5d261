//! `contact-transfer`: a contact changes hands.

use engine::ops::contact::TransferRequest;

use super::{existing, proof, zone};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let zone = zone(&mut params);
    let handle = existing(&mut params);
    let proof = proof(&mut params);
    let request = params.finish(handle.map(|handle| TransferRequest { handle, zone, proof }))?;
    call.command(request).await.map(Reply::nothing)
}
