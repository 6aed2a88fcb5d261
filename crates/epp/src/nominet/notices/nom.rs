//! Notifications of the nom family (nom-notifications): domains and registrant stand beside the element, not in it.

use engine::model::{Clid, DataQualityStage, Event, Holder, Instant};
use wire::xml::Writer;

use super::{Announced, REGISTRY, refused_referral};
use crate::nominet::{
    nom::account::info::{self as account, Marks},
    roid,
    text::time,
};

/// Writes what is told of an event. `own` is whose queue it is.
pub(super) fn render(announced: Announced, event: &Event, own: &Clid, xml: &mut Writer) {
    match event {
        Event::ReleaseAsked { case, from, names, registrant } => {
            registrar_change(announced, (from, own), Some(case), (names, registrant), xml);
        }
        Event::PassingAsked { case, by, names, registrant } => {
            registrar_change(announced, (by, own), Some(case), (names, registrant), xml);
        }
        Event::DomainsReceived { from, names, registrant } => {
            registrar_change(announced, (from, own), None, (names, registrant), xml);
        }
        Event::DomainsReleased { from, to, names, registrant, moved } => {
            let moved = if *moved { "Y" } else { "N" };
            released(announced, (from, to), (names, registrant), &[("moved", moved)], xml);
        }
        Event::ReleaseRejected { from, to, names, registrant } => {
            released(announced, (from, to), (names, registrant), &[], xml);
        }
        Event::DomainsPassed { by, from_id, names, registrant, .. } => {
            xml.open_with("n:trnData", &[("xmlns:n", announced.uri)])
                .leaf("n:orig", by)
                .leaf("n:account-id", &roid::account(registrant.id))
                .leaf("n:old-account-id", &roid::account(*from_id))
                .close();
            passed(announced, names, xml);
            holder(announced, registrant, xml);
        }
        Event::DomainLapsed { name, .. } | Event::DomainDropped { name } => {
            xml.open_with("n:cancData", &[("xmlns:n", announced.uri)]);
            xml.leaf("n:domain-name", name).leaf("n:orig", REGISTRY).close();
        }
        Event::DomainSuspended { name, lapses_at } => {
            xml.open_with("n:suspData", &[("xmlns:n", announced.uri)])
                .leaf("n:reason", "Renewal required.")
                .leaf("n:cancel-date", &time(*lapses_at))
                .close();
            domains(announced, std::slice::from_ref(name), xml);
        }
        Event::RegistrantChanged { registrant, changed } => {
            account::render_holder(announced.spaces, registrant, Marks(changed), xml);
        }
        Event::ContactsMerged { registrant } => holder(announced, registrant, xml),
        Event::RegistrantRemoved { handle, contact } => {
            xml.open_with("n:contactDelData", &[("xmlns:n", announced.uri)])
                .leaf("n:contactId", handle)
                .leaf("n:roid", &roid::account(*contact))
                .close();
        }
        Event::DataQuality { .. } => data_quality(announced, event, xml),
        Event::ReferralDecided { name, term } => referral(announced, name, *term, xml),
        _ => {}
    }
}

/// `rcData`: to the gaining tag, with a case where it is asked.
fn registrar_change(
    announced: Announced,
    (from, own): (&str, &Clid),
    case: Option<&String>,
    (names, registrant): (&[String], &Holder),
    xml: &mut Writer,
) {
    xml.open_with("n:rcData", &[("xmlns:n", announced.uri)])
        .leaf("n:orig", from)
        .leaf("n:registrar-tag", own.as_str());
    if let Some(case) = case {
        xml.leaf("n:case-id", case);
    }
    xml.close();
    domains(announced, names, xml);
    holder(announced, registrant, xml);
}

/// `relData`: to the losing tag. Without `moved` it tells of a rejection.
fn released(
    announced: Announced,
    (from, to): (&str, &str),
    (names, registrant): (&[String], &Holder),
    moved: &[(&'static str, &str)],
    xml: &mut Writer,
) {
    xml.open_with("n:relData", &[("xmlns:n", announced.uri)])
        .leaf_with("n:account-id", moved, &roid::account(registrant.id))
        .leaf("n:from", from)
        .leaf("n:registrar-tag", to)
        .close();
    domains(announced, names, xml);
}

/// `pqData`, at every stage.
fn data_quality(announced: Announced, event: &Event, xml: &mut Writer) {
    let Event::DataQuality { stage, registrant, suspends_at, cancels_at, names, .. } = event else { return };
    let stage = match stage {
        DataQualityStage::Initial => "initial",
        DataQualityStage::Updated => "updated",
        DataQualityStage::Suspended => "suspend",
        DataQualityStage::Cancelled => "cancel",
    };
    let (notifications, account) = (("xmlns:n", announced.uri), announced.spaces.declared());
    xml.open_with("n:pqData", &[notifications, account, ("stage", stage)]);
    account::render_place(registrant, xml);
    xml.leaf("n:suspend-date", &time(*suspends_at)).leaf("n:cancel-date", &time(*cancels_at)).close();
    domains(announced, names, xml);
}

fn referral(announced: Announced, name: &str, term: Option<(Instant, Instant)>, xml: &mut Writer) {
    let declared = [("xmlns:domain", announced.domain)];
    match term {
        Some((from, until)) => xml
            .open_with("domain:creData", &declared)
            .leaf("domain:name", name)
            .leaf("domain:crDate", &time(from))
            .leaf("domain:exDate", &time(until))
            .close(),
        None => xml
            .open_with("domain:failData", &declared)
            .leaf("domain:name", name)
            .leaf("domain:reason", &refused_referral())
            .close(),
    };
}

fn domains(announced: Announced, names: &[String], xml: &mut Writer) {
    let count = names.len().to_string();
    xml.open_with("domain:listData", &[("xmlns:domain", announced.domain), ("no-domains", &count)]);
    for name in names {
        xml.leaf("domain:name", name);
    }
    xml.close();
}

/// The list of `trnData`, whose elements have other names than those of all other lists.
fn passed(announced: Announced, names: &[String], xml: &mut Writer) {
    let count = names.len().to_string();
    xml.open_with("domain:domainList", &[("xmlns:domain", announced.domain), ("no_domains", &count)]);
    for name in names {
        xml.open("domain:simpleInfData").leaf("domain:name", name).close();
    }
    xml.close();
}

fn holder(announced: Announced, holder: &Holder, xml: &mut Writer) {
    account::render_holder(announced.spaces, holder, Marks(&[]), xml);
}
