//! `ModifyNS`: other name servers, in the place of all that were.

use engine::Field;
use engine::ops::domain::Update;
use outcomes::Operation as Name;

use super::servers;
use crate::answer::{Ended, Reply, registry};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let delegation = servers::read(&mut params);
    if delegation.is_none() {
        params.add(missing("NS1", Field::NameServer));
    }
    let update = name.map(|name| Update { delegation, ..Update::of(name) });
    let done = call.command(params.finish(update)?).await?;
    let outcome = done.outcome;
    Ok(Reply::of(done, |()| registry(Fields::new(), outcome, Name::DomainUpdate)))
}
