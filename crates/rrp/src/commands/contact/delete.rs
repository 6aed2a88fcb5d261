//! `DeleteContact`.

use engine::ops::contact::Delete;

use super::data;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let handle = data::handle(&mut params);
    let handle = params.finish(handle)?;
    let contact = handle.to_string();
    call.command(Delete { handle }).await.map(|done| Reply::about(done, "contact", contact))
}
