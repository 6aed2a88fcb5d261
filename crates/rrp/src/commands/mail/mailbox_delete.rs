//! `DeleteMailbox`.

use engine::ops::mailbox::Delete;

use super::parameters;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::mailbox(&mut params, "MAILBOX");
    let name = params.finish(name)?;
    let shown = name.to_string();
    call.command(Delete { name }).await.map(|done| Reply::about(done, "mailbox", shown))
}
