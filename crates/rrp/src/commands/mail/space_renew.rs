//! `RenewMailspace`: paid for some months more.

use engine::ops::mailspace::Renew;

use super::parameters::{mailspace, term};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = mailspace(&mut params);
    let term = term(&mut params);
    let renew = params.finish(name.map(|name| Renew { name, term }))?;
    let done = call.command(renew).await?;
    Ok(Reply::of(done, |paid| {
        let space = paid.mailspace;
        Columns::new().one("mailspace", space.name.as_str()).one("expiration date", moment(space.paid_until))
    }))
}
