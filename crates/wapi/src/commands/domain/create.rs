//! `domain-create`: registers a name. The registry is first asked for the name, the contacts and the set of name servers,
//! so that an order that cannot be carried out says which of them is in the way.

use engine::model::{Delegation, DnssecData, DomainName, Period, Secret};
use engine::ops::Needless;
use engine::ops::domain::{Choices, Create};
use engine::{Done, Failure, Field};

use super::{consent, contacts, name_servers, order, registry};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let create = read(call, &mut params);
    let create = params.finish(create)?;
    ask(call, &create).await?;
    let Done { outcome, answer, warnings } = call.command(create).await?;
    // The order has the number of its request, and so has the domain.
    let number = call.request.operation.0;
    Ok(Reply { outcome, data: Some(order::told(call, number, Some(answer.expires_at)).await), warnings })
}

fn read(call: &Call<'_>, params: &mut Params) -> Option<Create> {
    let name = params.need("name", Field::DomainName, DomainName::parse);
    let period = params.need("period", Field::Period, |text| Period::parse(text, false));
    let contacts = contacts::read(call, params, name.as_ref());
    let delegation = name_servers::need(call, params, name.as_ref());
    let consent = consent::read(params);
    let authinfo = Secret::new(params.optional("auth_info", Field::Authinfo).unwrap_or_default());
    Some(Create {
        name: name?,
        period: Some(period?),
        contacts,
        people: Vec::new(),
        delegation: delegation?,
        authinfo,
        dnssec: DnssecData::default(),
        consent: Some(consent?),
        choices: Choices::default(),
        needless: Needless::default(),
    })
}

async fn ask(call: &Call<'_>, create: &Create) -> Result<(), Failure> {
    registry::check_available(call, &create.name).await?;
    contacts::look_up(call, &create.name, &create.contacts).await?;
    match (&create.delegation, contacts::zone_of(call, &create.name)) {
        (Delegation::Nsset(nsset), Some(zone)) => registry::check_nsset(call, &zone.name, nsset).await,
        _ => Ok(()),
    }
}
