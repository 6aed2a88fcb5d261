//! `StatusRoleUser`: what a role may, and where it may come from.

use engine::ops::role::RoleLine;
use engine::{Done, Field, Outcome, Refusal};

use super::acl::written;
use super::list::{id, roles};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let wanted = params.required("ROLEID", Field::Role).map(|role| role.to_ascii_lowercase());
    let wanted = params.finish(wanted)?;
    let done = roles(call).await?;
    let role = done.answer.iter().find(|role| id(role) == wanted);
    let role = role.ok_or_else(|| Refusal::new(Outcome::RoleUnknown).at(Field::Role).value(&wanted))?;
    Ok(Reply::of(Done::new(done.outcome, ()), |()| told(role)))
}

fn told(role: &RoleLine) -> Columns {
    let (entries, policy) = written(&role.limits.commands);
    let networks = role.limits.networks.iter().map(ToString::to_string).collect();
    Columns::new()
        .one("roleid", id(role))
        .one("status", "ACTIVE")
        .one("defaultpolicy", policy)
        .many("acl", entries)
        .many("allowedip", networks)
}
