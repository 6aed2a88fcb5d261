//! `Purchase`: registers a name, with its people told whole; without any, they are as the account has them. Period, end, lock
//! and name servers are as the account prefers, unless they are told; a premium name is sold to those only who say what it
//! costs. What only some zones want to know of a registrant is read from extended attributes.

use engine::model::{
    Delegation, DnssecData, DomainName, Goods, Money, Period, Preferences, RenewalMode, Role, Secret,
};
use engine::ops::Needless;
use engine::ops::domain::{Choices, Create, Created, Person};
use engine::ops::order::{Ordered, Place};
use engine::ops::preferences;
use engine::ops::privacy::Buy;
use engine::policy::Priced;
use engine::{Done, End, Failure, Field, Outcome, Refusal};
use outcomes::{ENOM, Operation as Name};

use super::{people, period, registrant, servers};
use crate::answer::{Ended, Reply, registry_pair};
use crate::attributes::Told;
use crate::call::Call;
use crate::commands::order::placing::{Placing, Wanted};
use crate::commands::premium::{Confirmed, confirm};
use crate::fields::Fields;
use crate::params::Params;
use crate::times::of_registry;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let preferences = call.query(preferences::Find).await?.answer;
    let create = read(&mut params, &preferences);
    let mut attributes = Told::default();
    let goes_without = params.flag("IgnoreNSFail").unwrap_or_default();
    if let Some(create) = &create {
        attributes = registrant::told(call, &mut params, &create.name);
        let what = (&create.name, create.period);
        confirm(call, &mut params, what, Priced::Create, Confirmed::Always);
    }
    let mut create = params.finish(create)?;
    if create.people.is_empty() {
        create.people = people::of_account(call).await?;
    }
    create.people = people::placed(call, &create.name, create.people);
    registrant::add(attributes, &mut create.people);
    let (people, name) = (create.people.clone(), create.name.clone());
    let done =
        if goes_without { without_servers(call, create).await } else { call.command(order(create)).await };
    let mut done = done?;
    if preferences.buys_privacy && call.zone_of(&name).is_some_and(|zone| zone.privacy) {
        let privacy = hide(call, name, &preferences).await?.map_or(0, |cost| cost.minor);
        let (_, charged) = &mut done.answer;
        charged.minor = charged.minor.saturating_add(privacy);
    }
    Ok(told(call, &people, done))
}

/// Buys privacy beside a registration, as a line of the same order: what is wrong with it is told there. Answers what it cost.
async fn hide(
    call: &Call<'_>,
    name: DomainName,
    preferences: &Preferences,
) -> Result<Option<Money>, Failure> {
    let period = preferences.period;
    let wanted = Wanted::of(Goods::Privacy(name.clone()), period.years().into());
    let buy = Buy { name, period, renews: preferences.renews_privacy };
    Placing::behind(call, 1).place(wanted, buy).await
}

/// Registers, if need be without name servers: those that cannot be had are no reason not to.
async fn without_servers(call: &Call<'_>, create: Create) -> End<Place<Create>> {
    let end = call.command(order(create.clone())).await;
    let is_of_servers = |refusal: &Refusal| refusal.field == Some(Field::NameServer);
    match end {
        Err(Failure::Refused(refusals)) if refusals.iter().all(is_of_servers) => {
            call.command(order(Create { delegation: Delegation::default(), ..create })).await
        }
        end => end,
    }
}

/// What happens at the end of a registration.
pub(in crate::commands) const fn renewal(renews: bool) -> RenewalMode {
    if renews { RenewalMode::Automatic } else { RenewalMode::Explicit }
}

/// A registration on order.
pub(in crate::commands) fn order(command: Create) -> Place<Create> {
    let years = u32::from(command.period.unwrap_or(Period::YEAR).years());
    Place { line: Ordered::alone(Goods::Register(command.name.clone()), years), command }
}

/// Reads what is said of a registration, but for its extended attributes.
pub(in crate::commands) fn read(params: &mut Params, preferences: &Preferences) -> Option<Create> {
    let name = params.name();
    let period = period::read(params).or(Some(preferences.period));
    let people = people::read(params);
    let delegation = servers::read(params).unwrap_or_else(|| preferences.delegation());
    let authinfo = Secret::new(params.text("DomainPassword").unwrap_or_default().to_owned());
    let choices = Choices {
        renewal: params.flag("RenewName").map(renewal).or(preferences.renewal),
        is_locked: params.flag("UnLockRegistrar").map_or(preferences.is_locked, |unlocks| !unlocks),
    };
    Some(Create { period, people, delegation, authinfo, choices, ..plain(name?) })
}

/// A registration of which nothing is said but the name.
pub(in crate::commands) fn plain(name: DomainName) -> Create {
    Create {
        name,
        period: None,
        contacts: Vec::new(),
        people: Vec::new(),
        delegation: Delegation::default(),
        authinfo: Secret::new(String::new()),
        dnssec: DnssecData::default(),
        consent: None,
        choices: Choices::default(),
        needless: Needless::default(),
    }
}

/// What is told of a registration, and of all that was charged.
fn told(call: &Call<'_>, people: &[Person], done: Done<(Created, Money)>) -> Reply {
    let (code, text) = registry_pair(ENOM.row(done.outcome, Some(Name::DomainCreate), None));
    // A registry that decides for itself has only taken the order.
    let waits = done.outcome == Outcome::RegistrationReferred;
    let (status, description) = match waits {
        true => ("Order Pending", "Order accepted and queued."),
        false => ("Success", "Order processed successfully."),
    };
    Reply::of(done, |(created, charged)| {
        let dates = Fields::new()
            .one("RegistryCreateDate", of_registry(created.created_at))
            .one("RegistryExpDate", of_registry(created.expires_at));
        Fields::new()
            .one("OrderID", call.order())
            .group("DomainInfo", dates)
            .one("TotalCharged", charged.to_string())
            .one("OrderStatus", status)
            .one("OrderDescription", description)
            .one("RRPCode", code)
            .one("RRPText", format!("{text} - {}", call.order()))
            .xml_group("Contacts", people.iter().fold(Fields::new(), contact))
    })
}

fn contact(fields: Fields, person: &Person) -> Fields {
    let kind = match person.role {
        Role::Registrant => "Registrant",
        Role::Admin => "Admin",
        Role::Tech => "Tech",
        Role::Billing => "Billing",
    };
    let lines = people::address(&person.details).into_iter().chain(people::reach(&person.details));
    fields.group(kind, lines.fold(Fields::new(), |inner, (part, value)| inner.one(part, value)))
}
