//! `CreateRoleUser`, `UpdateRoleUser`: a login of its own for somebody who may give some commands only.

use engine::Field;
use engine::model::{Realm, Secret};
use engine::ops::account::NewSecret;
use engine::ops::role::{Expected, Set};

use super::acl;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::{Params, missing};

pub(in crate::commands) async fn create(call: &Call<'_>, params: Params) -> Ended {
    set(call, params, Expected::Absent).await
}

/// What is not named stays.
pub(in crate::commands) async fn update(call: &Call<'_>, params: Params) -> Ended {
    set(call, params, Expected::Present).await
}

async fn set(call: &Call<'_>, mut params: Params, expected: Expected) -> Ended {
    let role = params.required("ROLEID", Field::Role).map(|role| role.to_ascii_lowercase());
    if expected == Expected::Absent && !params.was_sent("PASSWORD") {
        params.add(missing("PASSWORD", Field::Credential));
    }
    let password = params.read("PASSWORD", Field::Credential, Secret::chosen);
    let limits = acl::read(&mut params, expected);
    let role = params.finish(role)?;
    let secret = match password {
        Some(password) => Some(NewSecret::Hashed(call.desk.hash(password).await?)),
        None => None,
    };
    let acl::Limits { commands, networks } = limits;
    let set = Set { realm: Realm::Rrp, role: role.clone(), expected, secret, commands, networks };
    call.command(set).await.map(|done| Reply::about(done, "roleid", role))
}
