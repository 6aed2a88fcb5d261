//! Notifications of the std family (std-notifications): one element each, with the domains and the registrant inside.

use engine::model::{Clid, DataQualityStage, Event, Holder, Instant};
use wire::xml::Writer;

use super::{Announced, REGISTRY, refused_referral};
use crate::{
    namespaces::CONTACT,
    nominet::{roid, text::time},
    objects::contact::info::render_postal,
};

/// Writes what is told of an event. `own` is whose queue it is.
pub(super) fn render(announced: Announced, event: &Event, own: &Clid, xml: &mut Writer) {
    let uri = announced.uri;
    match event {
        Event::ReleaseAsked { case, from, names, registrant } => {
            registrar_change(uri, (from, own), Some(case), (names, registrant), xml);
        }
        Event::DomainsReceived { from, names, registrant } => {
            registrar_change(uri, (from, own), None, (names, registrant), xml);
        }
        Event::DomainsReleased { from, to, names, registrant, moved } => {
            let moved = if *moved { "Y" } else { "N" };
            released(uri, (from, to), (names, registrant), &[("moved", moved)], xml);
        }
        Event::ReleaseRejected { from, to, names, registrant } => {
            released(uri, (from, to), (names, registrant), &[], xml);
        }
        Event::PassingAsked { case, by, names, registrant } => {
            xml.open_with("n:trnAuthData", &[("xmlns:n", uri)]).leaf("n:orig", by).leaf("n:caseId", case);
            domains(names, xml);
            holder(registrant, xml);
            xml.close();
        }
        Event::DomainsPassed { case, by, from, names, registrant, .. } => {
            passed(uri, by, (from, case.as_ref()), (names, registrant), xml);
        }
        Event::DomainLapsed { name, .. } | Event::DomainDropped { name } => {
            cancelled(uri, std::slice::from_ref(name), xml);
        }
        Event::DomainSuspended { name, lapses_at } => {
            suspended(uri, "Renewal required.", *lapses_at, std::slice::from_ref(name), xml);
        }
        Event::HostRemoved { host, names, .. } => host_removed(uri, host, names, xml),
        Event::RegistrantChanged { registrant, .. } | Event::ContactsMerged { registrant } => {
            holder(registrant, xml);
        }
        Event::RegistrantRemoved { handle, contact } => {
            xml.open_with("n:contactDelData", &[("xmlns:n", uri)]).leaf("n:contactId", handle);
            xml.leaf("n:roid", &roid::account(*contact)).close();
        }
        Event::DataQuality { .. } => data_quality(uri, event, xml),
        Event::ReferralDecided { name, term } => referral(announced, name, *term, xml),
        _ => {}
    }
}

/// `rcData`: to the gaining tag, with a case where it is asked.
fn registrar_change(
    uri: &str,
    (from, own): (&str, &Clid),
    case: Option<&String>,
    (names, registrant): (&[String], &Holder),
    xml: &mut Writer,
) {
    xml.open_with("n:rcData", &[("xmlns:n", uri)]).leaf("n:orig", from).leaf("n:registrarTag", own.as_str());
    if let Some(case) = case {
        xml.leaf("n:caseId", case);
    }
    domains(names, xml);
    holder(registrant, xml);
    xml.close();
}

/// `relData`: to the losing tag. Without `moved` it tells of a rejection.
fn released(
    uri: &str,
    (from, to): (&str, &str),
    (names, registrant): (&[String], &Holder),
    moved: &[(&'static str, &str)],
    xml: &mut Writer,
) {
    xml.open_with("n:relData", &[("xmlns:n", uri)])
        .leaf_with("n:accountId", moved, registrant.handle.as_str())
        .leaf("n:from", from)
        .leaf("n:registrarTag", to);
    domains(names, xml);
    xml.close();
}

/// `trnData`: to both tags, or the one that has them still.
fn passed(
    uri: &str,
    by: &str,
    (from, case): (&str, Option<&String>),
    (names, registrant): (&[String], &Holder),
    xml: &mut Writer,
) {
    xml.open_with("n:trnData", &[("xmlns:n", uri)])
        .leaf("n:orig", by)
        .leaf("n:accountId", registrant.handle.as_str())
        .leaf("n:oldAccountId", from);
    if let Some(case) = case {
        xml.leaf("n:caseId", case);
    }
    domains(names, xml);
    holder(registrant, xml);
    xml.close();
}

fn cancelled(uri: &str, names: &[String], xml: &mut Writer) {
    xml.open_with("n:cancData", &[("xmlns:n", uri)]);
    for name in names {
        xml.leaf("n:domainName", name);
    }
    xml.leaf("n:orig", REGISTRY).close();
}

fn suspended(uri: &str, reason: &str, cancels_at: Instant, names: &[String], xml: &mut Writer) {
    xml.open_with("n:suspData", &[("xmlns:n", uri)])
        .leaf("n:reason", reason)
        .leaf("n:cancelDate", &time(cancels_at));
    domains(names, xml);
    xml.close();
}

fn host_removed(uri: &str, host: &str, names: &[String], xml: &mut Writer) {
    xml.open_with("n:hostCancData", &[("xmlns:n", uri)]);
    xml.open_with("n:hostListData", &[("noHosts", "1")])
        .leaf_display("n:hostObj", format_args!("{host}."))
        .close();
    domains(names, xml);
    xml.close();
}

/// `processData` at the beginning and the end; what happens to the domains is told as of any others.
fn data_quality(uri: &str, event: &Event, xml: &mut Writer) {
    let Event::DataQuality { stage, registrant, reason, suspends_at, cancels_at, names } = event else {
        return;
    };
    let stage = match stage {
        DataQualityStage::Suspended => return suspended(uri, reason, *cancels_at, names, xml),
        DataQualityStage::Cancelled => return cancelled(uri, names, xml),
        DataQualityStage::Initial => "initial",
        DataQualityStage::Updated => "updated",
    };
    xml.open_with("n:processData", &[("xmlns:n", uri), ("stage", stage)]);
    holder(registrant, xml);
    xml.leaf("n:processType", "DQ Workflow")
        .leaf("n:suspendDate", &time(*suspends_at))
        .leaf("n:cancelDate", &time(*cancels_at));
    domains(names, xml);
    xml.close();
}

fn referral(announced: Announced, name: &str, term: Option<(Instant, Instant)>, xml: &mut Writer) {
    match term {
        Some((from, until)) => xml
            .open_with("domain:creData", &[("xmlns:domain", announced.domain)])
            .leaf("domain:name", name)
            .leaf("domain:crDate", &time(from))
            .leaf("domain:exDate", &time(until))
            .close(),
        None => xml
            .open_with("n:domainFailData", &[("xmlns:n", announced.uri)])
            .leaf("n:domainName", name)
            .leaf("n:reason", &refused_referral())
            .close(),
    };
}

/// A list of domains, which has at least one.
fn domains(names: &[String], xml: &mut Writer) {
    if names.is_empty() {
        return;
    }
    xml.open_with("n:domainListData", &[("noDomains", &names.len().to_string())]);
    for name in names {
        xml.leaf("n:domainName", name);
    }
    xml.close();
}

/// A registrant, as it was then.
fn holder(holder: &Holder, xml: &mut Writer) {
    let client = |client: Option<&String>| client.map_or(REGISTRY.to_owned(), |client| fitting(client));
    xml.open_with("contact:infData", &[("xmlns:contact", CONTACT)])
        .leaf("contact:id", holder.handle.as_str())
        .leaf("contact:roid", &roid::account(holder.id))
        .empty("contact:status", &[("s", "ok")]);
    if let Some(postal) = holder.details.main_postal() {
        render_postal(postal, xml);
    }
    if let Some(voice) = &holder.details.voice {
        xml.leaf("contact:voice", voice.number());
    }
    xml.leaf("contact:email", holder.details.email.as_str())
        .leaf("contact:clID", &client(holder.sponsor.as_ref()))
        .leaf("contact:crID", &client(holder.creator.as_ref()))
        .leaf("contact:crDate", &time(holder.created_at));
    if let Some((updater, at)) = &holder.updated {
        xml.leaf("contact:upID", &fitting(updater)).leaf("contact:upDate", &time(*at));
    }
    xml.close();
}

/// As much of the name of a client as there is room for.
fn fitting(client: &str) -> String {
    client.chars().take(LONGEST_CLIENT).collect()
}

/// Characters of the name of a client (clIDType of RFC 5730).
pub(super) const LONGEST_CLIENT: usize = 16;
