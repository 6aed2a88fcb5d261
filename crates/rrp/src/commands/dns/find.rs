//! `FindDNSZone`: the zone of the account that a name lies in, the closest one.

use engine::ops::dns_zone::List;
use engine::{Field, Outcome, Refusal};

use super::{settings, status};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = settings::zone(&mut params);
    let name = params.finish(name)?;
    let done = call.query(List).await?;
    let lies_in = |zone: &str| {
        name.as_str().strip_suffix(zone).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    let holding = done.answer.iter().filter(|zone| lies_in(zone.name.as_str()));
    let Some(zone) = holding.max_by_key(|zone| zone.name.as_str().len()) else {
        return Err(Refusal::new(Outcome::DnsZoneUnknown).at(Field::DnsZoneName).value(&name).into());
    };
    let columns = status::told(zone);
    Ok(Reply::of(done.map(drop), |()| columns))
}
