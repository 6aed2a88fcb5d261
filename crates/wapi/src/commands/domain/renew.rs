//! `domain-renew`: extends a registration.

use engine::Field;
use engine::model::{DomainName, Period};
use engine::ops::domain::Renew;

use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;
use crate::times;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("name", Field::DomainName, DomainName::parse);
    let period = params.need("period", Field::Period, |text| Period::parse(text, false));
    let (name, period) = params.finish(name.zip(period))?;
    let done = call.command(Renew { name, current_expiry: None, period: Some(period) }).await?;
    Ok(Reply::telling(done, |renewed| {
        Tree::map([("expiration", Tree::Text(times::day(renewed.expires_at)))])
    }))
}
