//! `domain-send-auth-info`: has a new password of a domain sent to its owner.

use engine::Field;
use engine::model::DomainName;
use engine::ops::domain::SendAuthinfo;

use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("name", Field::DomainName, DomainName::parse);
    let name = params.finish(name)?;
    call.command(SendAuthinfo { name }).await.map(Reply::nothing)
}
