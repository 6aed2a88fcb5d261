//! `domain-update-keyset`: says where the keys of a domain come from.

use engine::model::{DomainName, NssetName};
use engine::ops::domain::{KeySource, Secure};
use engine::{Field, Outcome, Refusal};

use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("name", Field::DomainName, DomainName::parse);
    let keys = params.need("keyset", Field::KeysetName, source);
    let (name, keys) = params.finish(name.zip(keys))?;
    call.command(Secure { name, keys }).await.map(Reply::nothing)
}

/// `0` for none, `1` for those of this system, or the name of a set, which is formed like that of a set of servers.
fn source(text: &str) -> Result<KeySource, Refusal> {
    match text {
        "0" => Ok(KeySource::None),
        "1" => Ok(KeySource::House),
        name => match NssetName::parse(name) {
            Ok(name) => Ok(KeySource::Keyset(name.to_string())),
            Err(_) => {
                let refusal = Refusal::new(Outcome::ParameterMismatch).fact("parameter", "keyset");
                Err(refusal.fact("reason", "it is 0, 1 or the name of a set of keys"))
            }
        },
    }
}
