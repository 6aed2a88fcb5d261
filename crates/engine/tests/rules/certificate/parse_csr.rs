//! Reading requests.

use engine::{
    Outcome,
    ops::certificate::{CertificateRef, ParseCsr},
};

use super::{bad_drafts, class, latest, no_order, shop, unconfigured};
use crate::fixture::World;

cases! {
    success_reads_a_request
    refused_by_the_request
    refused_by_order_and_class_after_the_request
}

fn parse(csr: &str, at: Option<CertificateRef>, class_name: Option<&str>) -> ParseCsr {
    ParseCsr { csr: csr.to_owned(), at, class: class_name.map(class) }
}

fn success_reads_a_request() {
    let world = World::new();
    let at = latest(&unconfigured(&world, "ov"));
    let lines = shop().csr.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    for (text, at) in [(&shop().csr, None), (&lines, Some(at))] {
        let csr = world.found(&world.alpha, Outcome::CsrParsed, parse(text, at, None));
        assert_eq!(csr.subject.common_name.as_deref(), Some("www.shop.test"));
    }
}

fn refused_by_the_request() {
    let world = World::new();
    for (outcome, draft) in bad_drafts() {
        world.denied(&world.alpha, outcome, parse(&draft.csr, None, Some("ov")));
    }
}

fn refused_by_order_and_class_after_the_request() {
    let world = World::new();
    let unknown = Some(no_order());
    world.denied(&world.alpha, Outcome::CsrMalformed, parse("x", unknown, None));
    world.denied(&world.alpha, Outcome::CertificateUnknown, parse(&shop().csr, unknown, None));
    world.denied(&world.alpha, Outcome::CertificateClassUnknown, parse(&shop().csr, None, Some("none")));
}
