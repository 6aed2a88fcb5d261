//! `AddMailFwd`: mail to an address goes on to another.

use engine::Field;
use engine::model::Email;
use engine::ops::mail_forwarding::Add;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let address = params.need("FROM", Field::MailAddress, Email::parse);
    let target = params.need("TO", Field::MailTarget, Email::parse);
    let add = params.finish(address.zip(target).map(|(address, target)| Add { address, target }))?;
    let done = call.command(add).await?;
    Ok(Reply::of(done, |added| {
        Columns::new().one("from", added.address.as_str()).one("to", added.target.as_str())
    }))
}
