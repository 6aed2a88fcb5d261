use engine::{
    Done, Failure, Refusals,
    model::{DomainName, Host, Instant, Role, Upkeep},
    ops::{
        contact::{Find, RegistrantView},
        domain::{self, DomainView},
        upkeep,
    },
};
use wire::xml::Writer;

use super::{read_name, servers};
use crate::nominet::{
    answer::Answer,
    commands::Reading,
    fields::Fields,
    nom::account::info as account,
    request::{At, Request},
    services::Services,
    std::domain::{orders, reg_status},
    text::time,
};

/// The namespaces in which a domain is shown.
#[derive(Clone, Copy)]
pub(in crate::nominet) struct Spaces {
    domain: &'static str,
    accounts: account::Spaces,
    /// None from version 2.0 on, which has hosts instead.
    ns: Option<&'static str>,
}

impl Spaces {
    /// In the versions that were announced.
    pub(in crate::nominet) fn of(reading: &Reading<'_, '_, '_>) -> Self {
        Self {
            domain: reading.namespace(),
            accounts: account::Spaces::of(reading.services),
            ns: ns(reading.services),
        }
    }
}

fn ns(services: &Services) -> Option<&'static str> {
    let is_old = services.version("nom-domain").is_none_or(|version| version.starts_with('1'));
    let announced = services.uri("nom-ns").or_else(|| crate::nominet::namespaces::uri("nom-ns", "1.0"));
    announced.filter(|_| is_old)
}

/// Reads `<domain:info>`.
///
/// # Errors
/// A bad name.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let name = read_name(reading, &mut fields)?;
    fields.end()?;
    let spaces = Spaces::of(reading);
    Ok(Request::new(move |at: At| async move {
        let done = whole(&at, name).await?;
        Ok(done.map(|whole| Answer::of(move |xml| render(spaces, &whole, xml))))
    }))
}

/// A domain with all that stands in it here.
pub(in crate::nominet) struct Whole {
    pub(in crate::nominet) view: DomainView,
    pub(in crate::nominet) registrant: Option<RegistrantView>,
    pub(in crate::nominet) hosts: Vec<Host>,
    upkeep: Upkeep,
    now: Instant,
}

/// Finds a domain of the tag with all that stands in it.
///
/// # Errors
/// `domain_unknown`, `not_sponsor`.
pub(in crate::nominet) async fn whole(at: &At, name: DomainName) -> Result<Done<Whole>, Failure> {
    let upkeep = at.query(upkeep::Find { name: name.clone() }).await?.answer;
    let done = at.query(domain::Info { name, proof: None }).await?;
    let holder = done.answer.contacts.iter().find(|contact| contact.role == Role::Registrant);
    let registrant = match holder.map(|holder| Find { id: holder.id }) {
        // A registrant that another tag keeps is not shown.
        Some(find) => at.query(find).await.ok().map(|found| found.answer),
        None => None,
    };
    let hosts = servers::find(at, &done.answer.hosts).await;
    let now = at.desk.engine().now();
    Ok(done.map(|view| Whole { view, registrant, hosts, upkeep, now }))
}

/// Writes `<domain:infData>`.
pub(in crate::nominet) fn render(spaces: Spaces, whole: &Whole, xml: &mut Writer) {
    let Whole { view, registrant, hosts, upkeep, now } = whole;
    let domain = &view.domain;
    xml.open_with("domain:infData", &[("xmlns:domain", spaces.domain)])
        .leaf("domain:name", domain.name.as_str())
        .leaf("domain:reg-status", reg_status(domain, upkeep, *now, true));
    if let Some(found) = registrant {
        xml.open("domain:account");
        account::render(spaces.accounts, found, xml);
        xml.close();
    }
    servers::render(spaces.ns, hosts, xml);
    orders::render(&orders::NOM, upkeep, xml);
    xml.leaf("domain:clID", view.sponsor.as_str())
        .leaf("domain:crID", view.creator.as_str())
        .leaf("domain:crDate", &time(domain.created_at));
    if let Some((updater, at)) = view.updater.as_ref().zip(domain.updated_at) {
        xml.leaf("domain:upID", updater.as_str()).leaf("domain:upDate", &time(at));
    }
    xml.leaf("domain:exDate", &time(domain.expires_at)).close();
}

/// Writes `<domain:creData>`; with an account that was made with it, that one and the name servers too.
pub(in crate::nominet) fn render_created(spaces: Spaces, whole: &Whole, is_new: bool, xml: &mut Writer) {
    let domain = &whole.view.domain;
    xml.open_with("domain:creData", &[("xmlns:domain", spaces.domain)])
        .leaf("domain:name", domain.name.as_str());
    if let Some(found) = whole.registrant.as_ref().filter(|_| is_new) {
        xml.open("domain:account");
        account::render_created(spaces.accounts, found, xml);
        xml.close();
        servers::render_created(spaces.ns, &whole.hosts, xml);
    }
    xml.leaf("domain:crDate", &time(domain.created_at))
        .leaf("domain:exDate", &time(domain.expires_at))
        .close();
}
