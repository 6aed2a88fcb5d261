//! The greeting: which family is offered.

use engine::model::Instant;
use wire::xml::Writer;

use super::{namespaces::BASE, services::Family};
use crate::{
    frame,
    greeting::{LANGUAGE, VERSION},
    namespaces::{CONTACT, DOMAIN, EPP, HOST, SECDNS},
};

/// The frame of a greeting.
pub(super) fn greeting(family: Family, server_name: &str, now: Instant) -> Vec<u8> {
    let mut xml = Writer::over(frame::begin());
    xml.declaration().open_with("epp", &[("xmlns", EPP)]).open("greeting");
    xml.leaf("svID", server_name).leaf_display("svDate", now);
    xml.open("svcMenu").leaf("version", VERSION).leaf("lang", LANGUAGE);
    for name in objects(family) {
        object("objURI", name, &mut xml);
    }
    if family != Family::Nom {
        xml.open("svcExtension");
        EXTENSIONS.iter().for_each(|name| object("extURI", name, &mut xml));
        xml.close();
    }
    xml.close();
    xml.open("dcp").open("access").empty("all", &[]).close().open("statement");
    xml.open("purpose").empty("admin", &[]).empty("prov", &[]).close();
    xml.open("recipient").empty("ours", &[]).close();
    xml.open("retention").empty("indefinite", &[]).close();
    xml.close().close().close().close();
    frame::seal(xml.finish())
}

fn objects(family: Family) -> Vec<&'static str> {
    match family {
        Family::Std => [NEUTRAL, STD].concat(),
        Family::Nom => [NOM, NEUTRAL].concat(),
        Family::Both => [NOM, NEUTRAL, STD].concat(),
    }
}

fn object(element: &'static str, name: &str, xml: &mut Writer) {
    if name.starts_with("urn:") {
        xml.leaf(element, name);
    } else {
        xml.leaf(element, &format!("{BASE}{name}"));
    }
}

const NEUTRAL: &[&str] = &["nom-abuse-feed-1.0", "nom-reseller-1.0", "nom-tag-1.0"];
const STD: &[&str] = &[CONTACT, DOMAIN, HOST];
const NOM: &[&str] =
    &["nom-account-1.1", "nom-contact-1.1", "nom-domain-1.2", "nom-notifications-1.2", "nom-ns-1.1"];
const EXTENSIONS: [&str; 14] = [
    "contact-nom-ext-1.0",
    "domain-nom-ext-1.2",
    "std-contact-id-1.0",
    "std-fork-1.0",
    "std-handshake-1.0",
    "std-list-1.0",
    "std-locks-1.0",
    "std-notifications-1.2",
    "std-release-1.0",
    "std-unrenew-1.0",
    "std-warning-1.1",
    "nom-data-quality-1.1",
    "nom-direct-rights-1.0",
    SECDNS,
];
