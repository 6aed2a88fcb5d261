//! `CertResendFulfillmentEmail`: has an issued certificate mailed to its contacts again.

use engine::model::Email;
use engine::ops::certificate::Mail;

use super::named;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params);
    let at = params.finish(at)?;
    let done = call.command(Mail { at }).await?;
    Ok(Reply::of(done, |to| {
        let first = to.first().map(Email::as_str).unwrap_or_default();
        Fields::new().one("Success", "True").one("ApproverEmail", first)
    }))
}
