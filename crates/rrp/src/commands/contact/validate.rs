//! `ValidateContact`: whether the data could be those of a contact.

use engine::ops::contact::Validate;

use super::data;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let details = data::details(&mut params);
    data::ignore(&mut params);
    let details = params.finish(details)?;
    let email = details.email.to_string();
    Ok(Reply::about(call.glance(Validate { details })?, "email", email))
}
