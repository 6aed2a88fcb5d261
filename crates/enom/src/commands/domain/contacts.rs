//! `GetContacts`, `Contacts` and `GetWhoisContact`: the people of a domain, told whole.

use engine::model::{AddressCheck, Contact, Role};
use engine::ops::domain::{Dossier, DossierView, Person, Replacement, Update};
use engine::ops::preferences;
use engine::{Field, Refusal};

use super::people::{self, KINDS};
use super::{raa, registrant};
use crate::answer::{Ended, Reply};
use crate::attributes::shown;
use crate::call::Call;
use crate::commands::service;
use crate::fields::Fields;
use crate::params::{Params, choose};
use crate::times::moment;
use crate::words::{marks, truth};

pub(in crate::commands) async fn get(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let opts_out = call.query(preferences::Find).await?.answer.opts_out;
    let done = call.query(Dossier { name }).await?;
    Ok(Reply::of(done, |dossier| Fields::new().group("GetContacts", told(call, &dossier, opts_out))))
}

fn told(call: &Call<'_>, dossier: &DossierView, opts_out: bool) -> Fields {
    let domain = &dossier.view.domain;
    let fields = Fields::new().one("domainname", domain.name.as_str()).marked(marks(domain, "domainnameid"));
    let fields = SHOWN.into_iter().fold(fields, |fields, (kind, role)| match dossier.person(role) {
        Some(contact) => fields.group(kind, of_person(kind, contact)),
        None => fields.xml(kind, "None"),
    });
    let is_waiting = dossier.view.statuses.iter().any(|(status, _)| status.name() == "pendingUpdate");
    let address = dossier.address.as_ref();
    fields
        .one("PendingVerification", truth(is_waiting || address.is_some_and(AddressCheck::is_open)))
        .and(raa::flags(address))
        .one("IRTPOptOut", truth(opts_out))
        .one("TransferLock", truth(dossier.held_until.is_some()))
        .one("TransferLockExpDate", dossier.held_until.map(moment).unwrap_or_default())
        .and(service::flags(&dossier.privacy))
        .one("escrowhold", "0")
        .group("Attributes", attributes(call, dossier))
        .text("RegistrantUpdatable", "True")
}

/// What the zone asks for of the registrant, each with its name.
fn attributes(call: &Call<'_>, dossier: &DossierView) -> Fields {
    let zone = call.zone_of(&dossier.view.domain.name);
    let registrant = zone.zip(dossier.person(Role::Registrant));
    let shown = registrant.map(|(zone, contact)| shown(zone, &contact.details)).unwrap_or_default();
    let rows = shown.into_iter().map(|(name, value)| vec![("Name", name), ("Value", value)]);
    rows.zip(1..).fold(Fields::new(), |fields, (cells, place)| fields.row("Attribute", place, cells))
}

fn of_person(kind: &str, contact: &Contact) -> Fields {
    let party = Fields::new().one(format!("{kind}PartyID"), contact.handle.as_str());
    party.and(people::cells(kind, &contact.details))
}

/// One of them with `ContactType`; several by their prefixes, of whom the zone may have no place for some; without any, all
/// are set to what the account says. Extended attributes are about the registrant.
pub(in crate::commands) async fn set(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let told = name.as_ref().map(|name| registrant::told(call, &mut params, name)).unwrap_or_default();
    let one = params.read("ContactType", Field::ContactRole, kind);
    let mut sent = people::read(&mut params);
    let opts_out = params.flag("IRTPOptOut");
    if let Some(role) = one {
        sent.retain(|person| person.role == role);
    }
    let name = params.finish(name)?;
    let mut people = match one {
        Some(_) => sent,
        // Of the registrant alone, and without data that would make it somebody else.
        None if sent.is_empty() && !told.is_empty() => sent,
        None => people::placed(call, &name, completed(call, sent).await?),
    };
    if one.is_none_or(|role| role == Role::Registrant) {
        registrant::amend(call, &name, told, &mut people).await?;
    }
    let replace = Replacement { people, ..Replacement::default() };
    let done = call.command(Update { replace, opts_out, ..Update::of(name) }).await?;
    Ok(Reply::of(done, |()| Fields::new().one("PendingVerification", "False").one("ConsentStatus", "")))
}

/// Those who were not named are as the account has them.
///
/// # Errors
/// A fault of the store.
pub(in crate::commands) async fn completed(
    call: &Call<'_>,
    sent: Vec<Person>,
) -> Result<Vec<Person>, engine::Failure> {
    let mut all = people::of_account(call).await?;
    all.retain(|person| sent.iter().all(|one| one.role != person.role));
    all.extend(sent);
    Ok(all)
}

fn kind(text: &str) -> Result<Role, Refusal> {
    choose("ContactType", text, &KINDS.map(|(kind, role, _)| (kind, role)))
}

pub(in crate::commands) async fn whois(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.query(Dossier { name }).await?;
    Ok(Reply::of(done, |dossier| {
        let people = WHOIS.into_iter().filter_map(|(kind, role)| Some((kind, dossier.person(role)?)));
        let is_hidden = dossier.privacy.is_enabled();
        let cells = |contact| if is_hidden { stand_in(call) } else { whois_cells(contact) };
        let contacts = people.zip(1..).fold(Fields::new(), |fields, ((kind, contact), place)| {
            fields.row("contact", place, cells(contact)).marked_row("ContactType", kind)
        });
        let told = Fields::new().group("contacts", contacts).group("rrp-info", registration(&dossier));
        Fields::new().group("GetWhoisContacts", told)
    }))
}

fn whois_cells(contact: &Contact) -> Vec<(&'static str, String)> {
    let details = &contact.details;
    let mut cells: Vec<(&'static str, String)> = people::address(details)
        .into_iter()
        .map(|(part, value)| {
            (WHOIS_NAMES.iter().find(|(ours, _)| *ours == part).map_or(part, |(_, theirs)| theirs), value)
        })
        .collect();
    let phone = details.voice.as_ref().map(|voice| voice.number().to_owned()).unwrap_or_default();
    let fax = details.fax.as_ref().map(|fax| fax.number().to_owned()).unwrap_or_default();
    cells.extend([("Phone", phone), ("Fax", fax), ("EmailAddress", details.email.as_str().to_owned())]);
    cells
}

/// Who is shown in the place of whoever is hidden.
fn stand_in(call: &Call<'_>) -> Vec<(&'static str, String)> {
    let shown = &call.policies().privacy.stand_in;
    let cells = [
        ("Organization", &shown.organisation),
        ("FName", &shown.first_name),
        ("LName", &shown.last_name),
        ("Address1", &shown.street),
        ("City", &shown.city),
        ("StateProvince", &shown.province),
        ("PostalCode", &shown.postal_code),
        ("Country", &shown.country),
        ("Phone", &shown.phone),
        ("EmailAddress", &shown.email),
    ];
    cells.map(|(name, value)| (name, value.clone())).into()
}

fn registration(dossier: &DossierView) -> Fields {
    let domain = &dossier.view.domain;
    let servers = dossier.servers.iter().zip(1..).fold(Fields::new(), |fields, (server, place)| {
        fields
            .xml("nameserver", server.name.as_str())
            .text(format!("nameserver{place}"), server.name.as_str())
    });
    let statuses =
        dossier.view.statuses.iter().zip(1..).fold(Fields::new(), |fields, ((status, _), place)| {
            fields.xml("status", status.name()).text(format!("status{place}"), status.name())
        });
    Fields::new()
        .one("registrar", dossier.view.sponsor.as_str())
        .one("updated-date", domain.updated_at.map(moment).unwrap_or_default())
        .one("created-date", moment(domain.created_at))
        .one("registration-expiration-date", moment(domain.expires_at))
        .group("nameserver", servers)
        .group("status", statuses)
}

/// The blocks, in order; one person stands in two of them.
pub(in crate::commands) const SHOWN: [(&str, Role); 5] = [
    ("Registrant", Role::Registrant),
    ("AuxBilling", Role::Billing),
    ("Tech", Role::Tech),
    ("Admin", Role::Admin),
    ("Billing", Role::Billing),
];
const WHOIS: [(&str, Role); 4] = [
    ("Registrant", Role::Registrant),
    ("Administrative", Role::Admin),
    ("Technical", Role::Tech),
    ("Billing", Role::Billing),
];
/// Parts that are called otherwise here.
const WHOIS_NAMES: [(&str, &str); 3] =
    [("OrganizationName", "Organization"), ("FirstName", "FName"), ("LastName", "LName")];
