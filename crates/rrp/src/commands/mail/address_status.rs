//! `StatusEmailaddress`.

use engine::ops::mail_address::Info;

use super::parameters;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let address = parameters::address(&mut params);
    let address = params.finish(address)?;
    let done = call.query(Info { address }).await?;
    Ok(Reply::of(done, |placed| {
        Columns::new()
            .one("emailaddress", placed.address.as_str())
            .one("mailbox", placed.mailbox.as_str())
            .one("mailspace", placed.mailspace.as_str())
            .one("created date", moment(placed.added_at))
    }))
}
