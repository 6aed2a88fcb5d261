//! `Extend`: renews a registration.

use engine::ops::domain::{Price, Renew};
use engine::policy::Priced;
use outcomes::Operation as Name;

use super::period;
use crate::answer::{Ended, Reply, registry};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::times::of_registry;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let period = period::read(&mut params);
    let name = params.finish(name)?;
    let tag = call.glance(Price { name: name.clone(), period }).map(|done| done.answer).ok();
    let cost = tag.and_then(|tag| tag.fee(Priced::Renew)).map(|fee| fee.gross().to_string());
    let done = call.command(Renew { name, current_expiry: None, period }).await?;
    let outcome = done.outcome;
    Ok(Reply::of(done, |renewed| {
        let fields = Fields::new()
            .one("Extension", "successful")
            .one("DomainName", renewed.name.as_str())
            .one("OrderID", call.order());
        let dates = Fields::new().one("RegistryExpDate", of_registry(renewed.expires_at));
        registry(fields, outcome, Name::DomainRenew)
            .one("UseCreditCard", "False")
            .one("TotalCharged", cost.unwrap_or_default())
            .group("DomainInfo", dates)
    }))
}
