//! `PushDomain`: gives a domain to another account of this system, named by its login or its identifier.

use engine::Field;
use engine::model::Realm;
use engine::ops::domain::{Push, Receiver};

use super::name;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::entity(&mut params);
    let target = params.required("TARGET", Field::AccountId);
    let push = name.zip(target).map(|(name, target)| Push {
        name,
        to: Receiver::Login(Realm::Rrp, target.trim().to_ascii_lowercase()),
    });
    let push = params.finish(push)?;
    let domain = push.name.as_str().to_owned();
    call.command(push).await.map(|done| Reply::about(done, "domain", domain))
}
