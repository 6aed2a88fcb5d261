//! `DeleteEmailaddress`.

use engine::ops::mail_address::Delete;

use super::parameters;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let address = parameters::address(&mut params);
    let address = params.finish(address)?;
    let shown = address.to_string();
    call.command(Delete { address }).await.map(|done| Reply::about(done, "emailaddress", shown))
}
