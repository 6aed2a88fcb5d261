//! `DeleteRoleUser`: removes a role. Its sessions are of no use from then on.

use engine::Field;
use engine::model::Realm;
use engine::ops::role::Remove;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let role = params.required("ROLEID", Field::Role).map(|role| role.to_ascii_lowercase());
    let role = params.finish(role)?;
    let done = call.command(Remove { realm: Realm::Rrp, role: role.clone() }).await?;
    Ok(Reply::about(done, "roleid", role))
}
