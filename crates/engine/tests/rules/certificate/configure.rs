//! What an order is to certify, and its submission.

use engine::{
    Outcome,
    model::{CertificateRole, CertificateState},
    ops::certificate::{Configure, ContactChoice, ContactSource, RequestDraft, Submit},
};

use super::{
    by_mail, latest, no_order, order, refused_controls, refused_requests, shop, submitted, unconfigured,
};
use crate::fixture::{World, handle, person};

cases! {
    success_keeps_request_and_contacts
    success_submits_what_was_configured
    refused_by_the_request
    refused_submissions
    refused_where_it_is_another_account_s_or_too_late
}

fn success_keeps_request_and_contacts() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let at = latest(&unconfigured(&world, "dv"));
    let contacts = vec![
        ContactChoice { role: CertificateRole::Owner, source: ContactSource::Object(handle("JANE")) },
        ContactChoice { role: CertificateRole::Tech, source: ContactSource::Details(Box::new(person())) },
    ];
    let names = vec!["SHOP.test".to_owned(), "www.shop.test".to_owned()];
    let request = RequestDraft { contacts, names, web_server: Some("nginx".to_owned()), ..shop() };
    let order = world.done(&world.alpha, Outcome::CertificateConfigured, Configure { at, request });
    let request = order.request.clone().unwrap();
    let names: Vec<_> = request.names.iter().map(ToString::to_string).collect();
    assert_eq!(names, ["www.shop.test", "shop.test"], "each once");
    assert_eq!(request.contact(CertificateRole::Owner).unwrap().handle, Some(handle("JANE")));
    assert_eq!(request.contact(CertificateRole::Tech).unwrap().details, person());
    assert_eq!(
        (order.state, request.web_server.as_deref()),
        (CertificateState::AwaitingConfiguration, Some("nginx"))
    );
}

fn success_submits_what_was_configured() {
    let world = World::new();
    let at = latest(&unconfigured(&world, "dv"));
    world.done(&world.alpha, Outcome::CertificateConfigured, Configure { at, request: shop() });
    let order = world.done(&world.alpha, Outcome::CertificateSubmitted, Submit { at, controls: by_mail() });
    assert_eq!(order.state, CertificateState::AwaitingApproval);
}

fn refused_by_the_request() {
    let world = World::new();
    let at = latest(&unconfigured(&world, "ov"));
    refused_requests(&world, |request| Configure { at, request });
}

fn refused_submissions() {
    let world = World::new();
    let at = latest(&unconfigured(&world, "ov"));
    let submit = |controls| Submit { at, controls };
    world.refused(&world.alpha, Outcome::CertificateNotConfigured, submit(by_mail()));
    world.done(&world.alpha, Outcome::CertificateConfigured, Configure { at, request: shop() });
    refused_controls(&world, submit);
}

fn refused_where_it_is_another_account_s_or_too_late() {
    let world = World::new();
    let at = latest(&submitted(&world, order()));
    for (actor, at, outcome) in [
        (&world.bravo, at, Outcome::CertificateUnknown),
        (&world.alpha, no_order(), Outcome::CertificateUnknown),
        (&world.alpha, at, Outcome::CertificateNotReady),
    ] {
        world.refused(actor, outcome, Configure { at, request: shop() });
        world.refused(actor, outcome, Submit { at, controls: by_mail() });
    }
}
