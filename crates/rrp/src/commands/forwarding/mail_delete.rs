//! `DeleteMailFwd`.

use engine::Field;
use engine::model::Email;
use engine::ops::mail_forwarding::Delete;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let address = params.need("FROM", Field::MailAddress, Email::parse);
    let target = params.need("TO", Field::MailTarget, Email::parse);
    let delete = params.finish(address.zip(target).map(|(address, target)| Delete { address, target }))?;
    let from = delete.address.to_string();
    call.command(delete).await.map(|done| Reply::about(done, "from", from))
}
