//! `dns-domain-update-keyset`: how a zone is signed.

use engine::model::{DnsSigning, Handle};
use engine::ops::dns_zone::SetSigning;
use engine::{Field, Refusal};

use super::parameters;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::zone(&mut params, "name");
    let signing = params.need("keyset", Field::DnsSigning, signing);
    let set = name.zip(signing).map(|(name, signing)| SetSigning { name, signing });
    let set = params.finish(set)?;
    call.command(set).await.map(Reply::nothing)
}

/// `0` for not at all, `1` for keys of our own, otherwise the name of a set of keys.
fn signing(text: &str) -> Result<DnsSigning, Refusal> {
    match text {
        "0" => Ok(DnsSigning::Unsigned),
        "1" => Ok(DnsSigning::Own),
        name => Handle::parse(name).map(DnsSigning::KeySet),
    }
}
