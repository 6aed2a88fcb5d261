//! The greeting (RFC 5730 section 2.4).

use engine::model::Instant;
use wire::xml::Writer;

use crate::{extensions, frame, namespaces::EPP, services::OBJECTS};

/// The server introduces itself: who it is, what time it has, what it offers, what it does with data.
pub(crate) fn greeting(server_name: &str, now: Instant) -> Vec<u8> {
    let mut xml = Writer::over(frame::begin());
    xml.declaration().open_with("epp", &[("xmlns", EPP)]).open("greeting");
    xml.leaf("svID", server_name).leaf_display("svDate", now);
    services(&mut xml);
    data_collection(&mut xml);
    xml.close().close();
    frame::seal(xml.finish())
}

fn services(xml: &mut Writer) {
    xml.open("svcMenu").leaf("version", VERSION).leaf("lang", LANGUAGE);
    for uri in OBJECTS {
        xml.leaf("objURI", uri);
    }
    xml.open("svcExtension");
    for uri in extensions::uris() {
        xml.leaf("extURI", uri);
    }
    xml.close().close();
}

/// Data is collected to register names, kept as the law asks, and shown by the rules of public directories.
fn data_collection(xml: &mut Writer) {
    xml.open("dcp");
    xml.open("access").empty("all", &[]).close();
    xml.open("statement");
    xml.open("purpose").empty("admin", &[]).empty("prov", &[]).close();
    xml.open("recipient").empty("ours", &[]).empty("public", &[]).close();
    xml.open("retention").empty("stated", &[]).close();
    xml.close().close();
}

/// The one version of the protocol.
pub(crate) const VERSION: &str = "1.0";

/// The one language of texts.
pub(crate) const LANGUAGE: &str = "en";
