//! Orders of certificates.

use engine::{
    FaultKind, Outcome,
    model::{CertificateName, CertificateOrderKind, CertificateState, ControlMethod, Email, Role},
    ops::certificate::{ControlChoice, ListApprovers, ListProducts, Order},
    ports::Port,
};

use super::{
    by, class, draft, keys, of_organization, of_shop, order, refused_controls, refused_requests, submitted,
    unconfigured,
};
use crate::{
    fixture::{World, create_domain, handle},
    protection::{refused_unpaid, warned},
};

cases! {
    success_takes_an_order_to_be_configured
    success_submits_at_once_and_writes_to_who_approves
    success_has_a_token_published_once_for_a_domain
    success_warns_of_low_credit
    success_lists_products_with_prices
    success_lists_who_can_approve
    refused_by_class_and_years
    refused_by_the_request
    refused_by_how_control_is_shown
    refused_unpaid_orders
    fault_of_the_parser
}

fn success_takes_an_order_to_be_configured() {
    let world = World::new();
    let before = world.balance(&world.alpha);
    let order = unconfigured(&world, "dv");
    assert_eq!(
        (order.state, order.kind, order.number),
        (CertificateState::AwaitingConfiguration, CertificateOrderKind::First, 1)
    );
    assert_eq!(before - world.balance(&world.alpha), 1_000);
    assert_eq!(world.history(order.id), ["certificate_order"]);
    world.assert_audit_clean();
}

fn success_submits_at_once_and_writes_to_who_approves() {
    let world = World::new();
    let names = of_shop(&["www.shop.test", "shop.test"]);
    let order = submitted(&world, Order { request: Some(draft(names)), ..order() });
    assert_eq!(order.state, CertificateState::AwaitingApproval);
    assert_eq!(order.controls.len(), 2);
    let to: Vec<_> = keys(&world).into_iter().map(|(to, _)| to).collect();
    assert_eq!(to, ["admin@shop.test"], "one letter for both names");
}

fn success_has_a_token_published_once_for_a_domain() {
    let world = World::new();
    let wildcard = draft(of_shop(&["*.shop.test", "shop.test"]));
    let controls = Some(by(ControlMethod::Dns));
    let order =
        submitted(&world, Order { class: class("wild"), years: 1, request: Some(wildcard), controls });
    let [control] = &order.controls[..] else { panic!("{:?}", order.controls) };
    assert_eq!(control.place().unwrap(), "_pki-validation.shop.test");
    assert_eq!(control.proof.token().map(str::len), Some(32));
}

fn success_warns_of_low_credit() {
    warned(&World::new(), order());
}

fn success_lists_products_with_prices() {
    let world = World::new();
    let found = world.found(&world.alpha, Outcome::CertificateProductsListed, ListProducts);
    let shown: Vec<_> = found
        .iter()
        .map(|view| {
            (
                view.class.as_str(),
                view.create.iter().map(|(years, fee)| (*years, fee.net.minor)).collect::<Vec<_>>(),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [("DV", vec![(1, 1_000), (2, 2_000)]), ("OV", vec![(1, 5_000)]), ("WILD", vec![(1, 3_000)])]
    );
    let euros = world.found(&world.charlie, Outcome::CertificateProductsListed, ListProducts);
    assert!(euros[0].create.is_empty() && !euros[1].create.is_empty() && euros[1].renew.is_empty());
}

fn success_lists_who_can_approve() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let mut domain = create_domain("shop.test");
    domain.contacts = vec![(Role::Registrant, handle("JANE"))];
    world.done(&world.alpha, Outcome::DomainCreated, domain);
    let list = || ListApprovers { name: CertificateName::parse("*.www.shop.test").unwrap() };
    let found = world.found(&world.alpha, Outcome::ApproversListed, list());
    let shown: Vec<_> = found.iter().map(|approver| approver.email.as_str()).collect();
    assert_eq!((shown.len(), shown[0], shown[1]), (11, "jane@example.test", "admin@shop.test"));
    assert_eq!(shown[10], "webmaster@www.shop.test");
    assert_eq!(world.found(&world.bravo, Outcome::ApproversListed, list()).len(), 10, "not its registrant");
    let jane = Some(Email::parse("Jane@example.test").unwrap());
    let controls = Some(vec![ControlChoice { name: None, method: ControlMethod::Email, approver: jane }]);
    submitted(&world, Order { controls, ..order() });
}

fn refused_by_class_and_years() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::CertificateClassUnknown, Order { class: class("none"), ..order() });
    for years in [0, 3] {
        world.refused(&world.alpha, Outcome::PeriodOutOfRange, Order { years, ..order() });
    }
}

fn refused_by_the_request() {
    let world = World::new();
    refused_requests(&world, |draft| Order { request: Some(draft), ..of_organization() });
}

fn refused_by_how_control_is_shown() {
    let world = World::new();
    refused_controls(&world, |controls| Order { controls: Some(controls), ..of_organization() });
    world.refused(&world.alpha, Outcome::CertificateNotConfigured, Order { request: None, ..order() });
}

fn refused_unpaid_orders() {
    let world = World::new();
    world.refused(&world.charlie, Outcome::PriceMissing, order());
    refused_unpaid(&world, order);
}

fn fault_of_the_parser() {
    let world = World::new();
    for kind in
        [FaultKind::Unavailable(Port::CsrParser), FaultKind::TimedOut(Port::CsrParser), FaultKind::Internal]
    {
        world.trouble.next(Port::CsrParser, None, kind);
        assert_eq!(world.fails(&world.alpha, order()), Outcome::CsrParserUnavailable);
    }
}
