//! `QueryDomainOptions`: what may be said of names, and how often, by the zones in which they lie. A row for each name.

use engine::model::DomainName;
use engine::ops::zone::{Info, Offer};
use engine::policy::{HostForm, Priced, Span};
use engine::{Done, Field, Outcome, Refusal};

use super::{contacts, name, zone_columns};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let names = params.texts("DOMAIN");
    if names.is_empty() {
        params.add(missing("DOMAIN0", Field::DomainName));
    }
    let zones: Vec<_> =
        names.iter().filter_map(|text| params.take(Field::DomainName, zone_of(text))).collect();
    // No zone has phases of a launch.
    params.choice("PROPERTIES", &[("LAUNCHPHASES", ())]);
    params.ignore(&["REPOSITORY"]);
    let zones = params.finish(Some(zones))?;
    let offers = zones.into_iter().map(|name| Ok(call.glance(Info { name })?.answer));
    let offers = offers.collect::<Result<Vec<Offer>, engine::Failure>>()?;
    Ok(Reply::of(Done::new(Outcome::ZoneFound, offers), |offers| told(&offers)))
}

/// The zone in which a name would lie.
fn zone_of(text: &str) -> Result<DomainName, Refusal> {
    let name = name::parse(text)?;
    let zone = name.split_first().map(|(_, zone)| DomainName::parse(zone));
    zone.unwrap_or(Ok(name))
}

fn told(offers: &[Offer]) -> Columns {
    let columns = Columns::new()
        .each("repository", offers, |offer| offer.zone.name.to_string())
        .each("hostipaddressestype", offers, |_| "ipv6".to_owned())
        .each("hostmanagedas", offers, |offer| hosts(offer.zone.hosts).to_owned())
        .each("nameservermin", offers, |offer| offer.zone.name_servers.least.to_string())
        .each("nameservermax", offers, |offer| offer.zone.name_servers.most.to_string())
        .each("x-proxy", offers, |_| String::new())
        .each("x-trustee", offers, |_| String::new())
        .each("x-instantmobilizer", offers, |_| String::new())
        .each("zonepolicyregistrantnamechangeby", offers, owner_change)
        .each("zoneregistrationperiods", offers, |offer| years(offer.zone.term.create))
        .each("zonerenewalperiods", offers, |offer| years(offer.zone.term.renew))
        .each("zonetransferperiods", offers, |offer| format!("{}Y", offer.zone.transfer.years));
    contacts::ROLES.iter().zip(CONTACTS).fold(columns, |columns, ((role, ..), (least, most))| {
        columns.each(least, offers, |offer| offer.zone.contacts.of(*role).least.to_string()).each(
            most,
            offers,
            |offer| offer.zone.contacts.of(*role).most.to_string(),
        )
    })
}

const fn hosts(form: HostForm) -> &'static str {
    match form {
        HostForm::Objects => "OBJECT",
        HostForm::Attributes => "ATTRIBUTE",
    }
}

fn owner_change(offer: &Offer) -> String {
    zone_columns::owner_change(offer.prices.fee(Priced::Trade).is_some()).to_owned()
}

/// The periods of a span: `1Y,2Y`.
fn years(span: Span) -> String {
    let years: Vec<String> = (span.least..=span.most).map(|years| format!("{years}Y")).collect();
    years.join(",")
}

/// How many contacts a domain has at least and at most, by role.
const CONTACTS: [(&str, &str); 4] = [
    ("zoneregistrantcontactsmin", "zoneregistrantcontactsmax"),
    ("zoneadmincontactsmin", "zoneadmincontactsmax"),
    ("zonetechcontactsmin", "zonetechcontactsmax"),
    ("zonebillingcontactsmin", "zonebillingcontactsmax"),
];
