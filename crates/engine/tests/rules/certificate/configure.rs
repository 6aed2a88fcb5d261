//! What an order is to certify, and its submission.

use engine::{
    Actor, Outcome,
    model::{CertificateName, CertificateRole, CertificateState, Control, ControlMethod},
    ops::certificate::{
        Approve, CertificateRef, Configure, ConfirmControl, ContactChoice, ContactSource, ControlChoice,
        Order, Recall, RequestDraft, Submit,
    },
};

use super::{
    by, by_mail, draft, keys, latest, no_order, now, of_shop, order, refused_controls, refused_requests,
    shop, submitted, unconfigured,
};
use crate::fixture::{World, handle, person};

cases! {
    success_keeps_request_and_contacts
    success_submits_what_was_configured
    success_submits_anew_and_keeps_what_was_shown
    success_takes_a_submission_back
    refused_by_the_request
    refused_by_the_request_of_a_submission
    refused_submissions
    refused_letters_too_soon
    refused_withdrawals
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
    let order = world.done(&world.alpha, Outcome::CertificateSubmitted, submit(at, by_mail()));
    assert_eq!(order.state, CertificateState::AwaitingApproval);
}

fn submit(at: CertificateRef, controls: Vec<ControlChoice>) -> Submit {
    Submit { at, request: None, controls }
}

fn success_submits_anew_and_keeps_what_was_shown() {
    let world = World::new();
    let request = Some(draft(of_shop(&["www.shop.test", "shop.test"])));
    let order = submitted(&world, Order { request, controls: Some(by(ControlMethod::File)), ..order() });
    let name = Some(CertificateName::parse("shop.test").unwrap());
    world.done(&Actor::server(), Outcome::ControlShown, ConfirmControl { order: order.id, name });
    let again = submit(latest(&order), by(ControlMethod::Dns));
    let order = world.done(&world.alpha, Outcome::CertificateSubmitted, again);
    let told =
        |control: &Control| (control.name.to_string(), control.proof.method(), control.shown_at.is_some());
    let controls: Vec<_> = order.controls.iter().map(told).collect();
    let expected = [
        ("shop.test".to_owned(), ControlMethod::File, true),
        ("www.shop.test".to_owned(), ControlMethod::Dns, false),
    ];
    assert_eq!(controls, expected);
    let shrunk =
        Submit { request: Some(draft(of_shop(&["shop.test"]))), ..submit(latest(&order), Vec::new()) };
    let order = world.done(&world.alpha, Outcome::CertificateSubmitted, shrunk);
    assert_eq!(order.state, CertificateState::Processing, "nothing is left to be shown");
    world.refused(&world.alpha, Outcome::CertificateNotReady, submit(latest(&order), by_mail()));
}

fn success_takes_a_submission_back() {
    let world = World::new();
    let order = submitted(&world, order());
    let [(_, key)] = &keys(&world)[..] else { panic!("not one letter") };
    let at = latest(&order);
    let order = world.done(&world.alpha, Outcome::CertificateConfigured, Recall { at });
    assert_eq!((order.state, order.controls.len()), (CertificateState::AwaitingConfiguration, 0));
    assert!(order.request.is_some(), "it need not be said again");
    let approve = Approve { order: order.id, key: key.clone() };
    world.refused(&Actor::nobody(), Outcome::CertificateNotReady, approve);
    world.pass_days(60);
    assert_eq!(now(&world, order.id).state, CertificateState::AwaitingConfiguration, "it does not lapse");
    world.done(&world.alpha, Outcome::CertificateSubmitted, submit(at, by_mail()));
}

fn refused_withdrawals() {
    let world = World::new();
    let order = unconfigured(&world, "dv");
    world.refused(&world.bravo, Outcome::CertificateUnknown, Recall { at: latest(&order) });
    world.refused(&world.alpha, Outcome::CertificateNotReady, Recall { at: latest(&order) });
}

fn refused_by_the_request() {
    let world = World::new();
    let at = latest(&unconfigured(&world, "ov"));
    refused_requests(&world, |request| Configure { at, request });
}

fn refused_by_the_request_of_a_submission() {
    let world = World::new();
    let at = latest(&unconfigured(&world, "ov"));
    refused_requests(&world, |request| Submit { request: Some(request), ..submit(at, by_mail()) });
}

fn refused_submissions() {
    let world = World::new();
    let at = latest(&unconfigured(&world, "ov"));
    world.refused(&world.alpha, Outcome::CertificateNotConfigured, submit(at, by_mail()));
    world.done(&world.alpha, Outcome::CertificateConfigured, Configure { at, request: shop() });
    refused_controls(&world, |controls| submit(at, controls));
}

fn refused_letters_too_soon() {
    let world = World::new();
    let at = latest(&submitted(&world, order()));
    world.refused(&world.alpha, Outcome::ApprovalResentLately, submit(at, by_mail()));
    world.pass_days(1);
    world.done(&world.alpha, Outcome::CertificateSubmitted, submit(at, by_mail()));
}

fn refused_where_it_is_another_account_s_or_too_late() {
    let world = World::new();
    let at = latest(&submitted(&world, order()));
    for (actor, at) in [(&world.bravo, at), (&world.alpha, no_order())] {
        world.refused(actor, Outcome::CertificateUnknown, Configure { at, request: shop() });
        world.refused(actor, Outcome::CertificateUnknown, submit(at, by_mail()));
    }
    world.refused(&world.alpha, Outcome::CertificateNotReady, Configure { at, request: shop() });
}
