use engine::{
    Refusals,
    model::{Instant, Upkeep},
    ops::{domain, domain::DomainView, upkeep},
};
use wire::xml::Writer;

use super::{DECLARED, ignored, orders, reg_status};
use crate::{
    extensions::secdns,
    namespaces::SECDNS,
    nominet::{
        answer::Answer,
        commands::Reading,
        request::{At, Request},
        text::{host, time},
    },
    objects,
};

/// Reads `<domain:info>`. Only the tag of a domain sees it; an authInfo changes nothing.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let (info, _) = objects::domain::info::parse(reading.object)?;
    let warning = info.proof.as_ref().map(|_| ignored("domain:authInfo"));
    let extension = reading.services.uri("domain-nom-ext");
    let shows_dnssec = reading.services.has_standard(SECDNS);
    let request = Request::new(move |at: At| async move {
        let upkeep = at.query(upkeep::Find { name: info.name.clone() }).await?.answer;
        let now = at.desk.engine().now();
        let done = at.query(domain::Info { proof: None, ..info }).await?;
        Ok(done.map(|view| answer(view, upkeep, now, extension, shows_dnssec)))
    });
    Ok(request.warned(warning))
}

fn answer(
    view: DomainView,
    upkeep: Upkeep,
    now: Instant,
    extension: Option<&'static str>,
    shows_dnssec: bool,
) -> Answer {
    let dnssec = Some(view.domain.dnssec.clone()).filter(|data| shows_dnssec && data.is_signed());
    let status = reg_status(&view.domain, &upkeep, now, false);
    let mut answer = Answer::of(move |xml| render(&view, xml));
    if let Some(uri) = extension {
        answer = answer.extended(move |xml| {
            xml.open_with("domain-nom-ext:infData", &[("xmlns:domain-nom-ext", uri)]);
            xml.leaf("domain-nom-ext:reg-status", status);
            orders::render(&orders::STD, &upkeep, xml);
            xml.close();
        });
    }
    match dnssec {
        Some(data) => answer.extended(move |xml| secdns::render(&data, xml)),
        None => answer,
    }
}

/// There is no status element: the state stands in the extension.
fn render(view: &DomainView, xml: &mut Writer) {
    let domain = &view.domain;
    xml.open_with("domain:infData", DECLARED)
        .leaf("domain:name", domain.name.as_str())
        .leaf_display("domain:roid", format_args!("{}-UK", domain.id.0));
    if let Some(registrant) = view.registrant() {
        xml.leaf("domain:registrant", registrant.as_str());
    }
    if !view.hosts.is_empty() {
        xml.open("domain:ns");
        for name in &view.hosts {
            xml.leaf("domain:hostObj", &host(name));
        }
        xml.close();
    }
    for name in &view.subordinate_hosts {
        xml.leaf("domain:host", &host(name));
    }
    xml.leaf("domain:clID", view.sponsor.as_str())
        .leaf("domain:crID", view.creator.as_str())
        .leaf("domain:crDate", &time(domain.created_at));
    if let Some(updater) = &view.updater {
        xml.leaf("domain:upID", updater.as_str());
    }
    if let Some(updated_at) = domain.updated_at {
        xml.leaf("domain:upDate", &time(updated_at));
    }
    xml.leaf("domain:exDate", &time(domain.expires_at)).close();
}
