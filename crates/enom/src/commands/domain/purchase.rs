//! `Purchase`: registers a name, with its people told whole. Locked unless `UnLockRegistrar` says otherwise; a premium name is
//! sold to those only who say what it costs.

use engine::model::{DnssecData, Money, RenewalMode, Secret};
use engine::ops::domain::{Choices, Create, Created, Price};
use engine::policy::Priced;
use engine::{Field, Outcome, Refusal};
use outcomes::{ENOM, Operation as Name};

use super::{people, period, servers};
use crate::answer::{Ended, Reply, registry_pair};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::times::of_registry;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let create = read(&mut params);
    let cost = create.as_ref().and_then(|create| cost(call, create, &mut params));
    let create = params.finish(create)?;
    let done = call.command(create).await?;
    Ok(Reply::of(done, |created| told(call, &created, cost)))
}

fn read(params: &mut Params) -> Option<Create> {
    let name = params.name();
    let period = period::read(params);
    let people = people::read(params);
    let delegation = servers::read(params).unwrap_or_default();
    let authinfo = Secret::new(params.text("DomainPassword").unwrap_or_default().to_owned());
    let renews = |renews| if renews { RenewalMode::Automatic } else { RenewalMode::Explicit };
    let choices = Choices {
        renewal: params.flag("RenewName").map(renews),
        is_locked: !params.flag("UnLockRegistrar").unwrap_or_default(),
    };
    Some(Create {
        name: name?,
        period,
        contacts: Vec::new(),
        people,
        delegation,
        authinfo,
        dnssec: DnssecData::default(),
        consent: None,
        choices,
    })
}

/// What it costs; a note if that is more than usual and was not confirmed.
fn cost(call: &Call<'_>, create: &Create, params: &mut Params) -> Option<Money> {
    let tag = call.glance(Price { name: create.name.clone(), period: create.period }).ok()?.answer;
    let cost = tag.fee(Priced::Create)?.gross();
    if tag.tier.is_some() && params.text("CustomerSuppliedPrice") != Some(&cost.to_string()) {
        let refusal = Refusal::new(Outcome::PremiumUnaccepted).at(Field::DomainName).value(&create.name);
        params.add(refusal.fact("price", cost));
    }
    Some(cost)
}

fn told(call: &Call<'_>, created: &Created, cost: Option<Money>) -> Fields {
    let dates = Fields::new()
        .one("RegistryCreateDate", of_registry(created.created_at))
        .one("RegistryExpDate", of_registry(created.expires_at));
    let (code, text) = registry_pair(ENOM.row(Outcome::DomainCreated, Some(Name::DomainCreate), None));
    Fields::new()
        .one("OrderID", call.order())
        .group("DomainInfo", dates)
        .one("TotalCharged", cost.map(|cost| cost.to_string()).unwrap_or_default())
        .one("OrderStatus", "Success")
        .one("OrderDescription", "Order processed successfully.")
        .one("RRPCode", code)
        .one("RRPText", format!("{text} - {}", call.order()))
}
