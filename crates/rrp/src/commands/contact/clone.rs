//! `CloneContact`: another contact that says the same.

use engine::model::HandleForm;
use engine::ops::contact::Copy;

use super::data;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let handle = data::handle(&mut params);
    let handle = params.finish(handle)?;
    let done = call.command(Copy { handle, form: HandleForm::Person }).await?;
    let handle = done.answer.handle.to_string();
    Ok(Reply::about(done, "contact", handle))
}
