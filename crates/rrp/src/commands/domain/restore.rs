//! `RestoreDomain`: takes a deletion back. Where the registry wants a report, the command is that as well.

use engine::ops::domain::Restore;

use super::name;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::entity(&mut params);
    params.ignore(&["RENEWALMODE"]);
    let name = params.finish(name)?;
    let domain = name.as_str().to_owned();
    let done = call.command(Restore { name, is_reported: true }).await?;
    Ok(Reply::about(done, "domain", domain))
}
