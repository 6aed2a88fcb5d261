//! `nsset-transfer`: a set of name servers changes hands.

use engine::ops::nsset::Transfer;

use super::{name, proof, zone};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let (zone, name) = (zone(&mut params), name(&mut params));
    let proof = proof(&mut params);
    let transfer = zone.zip(name).map(|(zone, name)| Transfer { zone, name, proof });
    let transfer = params.finish(transfer)?;
    call.command(transfer).await.map(Reply::nothing)
}
