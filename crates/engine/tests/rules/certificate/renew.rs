//! Renewals and reissues.

use engine::{
    Outcome,
    model::{CertificateOrderKind, CertificateState},
    ops::certificate::{Order, Reissue, Renew},
};

use super::{
    answer, asked, by_mail, certificate, certify, draft, issued, latest, no_order, now, of_organization,
    of_shop, order, refused_controls, refused_requests, shop, submitted,
};
use crate::{
    fixture::World,
    protection::{refused_unpaid, warned},
};

cases! {
    success_renews_from_the_end_of_the_term
    success_renews_what_expired_from_now
    success_reissues_for_the_rest_of_the_term
    success_warns_of_low_credit
    refused_renewals
    refused_unpaid_renewals
    refused_reissues
}

fn renew(order: &engine::model::CertificateOrder) -> Renew {
    Renew { certificate: order.certificate, years: 1, request: None, controls: None }
}

fn success_renews_from_the_end_of_the_term() {
    let world = World::new();
    let first = issued(&world, order());
    world.pass_days(300);
    let before = world.balance(&world.alpha);
    let renewal = world.done(&world.alpha, Outcome::CertificateSubmitted, renew(&first)).order;
    assert_eq!(before - world.balance(&world.alpha), 800);
    assert_eq!(
        (renewal.kind, renewal.number, renewal.certificate),
        (CertificateOrderKind::Renewal, 2, first.certificate)
    );
    let renewal = certify(&world, renewal.id);
    assert_eq!(renewal.expires_at, first.expires_at.map(|end| end.plus_years(1)));
    assert_eq!(now(&world, first.id).state, CertificateState::Issued, "both are good for a while");
}

fn success_renews_what_expired_from_now() {
    let world = World::new();
    let first = issued(&world, order());
    world.advance_days(400);
    assert_eq!(now(&world, first.id).state, CertificateState::Expired);
    let request = Some(draft(of_shop(&["new.shop.test"])));
    let renewal = Renew { request, controls: Some(by_mail()), ..renew(&first) };
    let renewal = world.done(&world.alpha, Outcome::CertificateSubmitted, renewal).order;
    let renewal = certify(&world, renewal.id);
    assert_eq!(
        (renewal.title().as_str(), renewal.expires_at),
        ("new.shop.test", Some(world.now().plus_years(1)))
    );
}

fn success_reissues_for_the_rest_of_the_term() {
    let world = World::new();
    let first = issued(&world, order());
    world.pass_days(100);
    let reissue = Reissue { certificate: first.certificate, request: shop(), controls: None };
    let paid = world.balance(&world.alpha);
    let second = world.done(&world.alpha, Outcome::CertificateSubmitted, reissue);
    assert_eq!(now(&world, first.id).state, CertificateState::Issued);
    let ask = asked(&world, second.id);
    let with = certificate(&ask);
    answer(&world, ask, with);
    assert_eq!(now(&world, first.id).state, CertificateState::Replaced);
    assert_eq!(now(&world, second.id).expires_at, first.expires_at);
    assert_eq!(world.balance(&world.alpha), paid);
}

fn success_warns_of_low_credit() {
    let world = World::new();
    let first = issued(&world, order());
    warned(&world, renew(&first));
}

fn refused_renewals() {
    let world = World::new();
    let first = issued(&world, of_organization());
    let renew = || renew(&first);
    world.refused(&world.bravo, Outcome::CertificateUnknown, renew());
    world.refused(
        &world.alpha,
        Outcome::CertificateUnknown,
        Renew { certificate: no_order().certificate, ..renew() },
    );
    world.refused(&world.alpha, Outcome::PeriodOutOfRange, Renew { years: 9, ..renew() });
    refused_requests(&world, |request| Renew { request: Some(request), ..renew() });
    refused_controls(&world, |controls| Renew { controls: Some(controls), ..renew() });
    world.done(&world.alpha, Outcome::CertificateSubmitted, renew());
    world.refused(&world.alpha, Outcome::CertificateNotReady, renew());
}

fn refused_unpaid_renewals() {
    let world = World::new();
    let euros = world.done(&world.charlie, Outcome::CertificateSubmitted, of_organization()).order;
    certify(&world, euros.id);
    world.refused(&world.charlie, Outcome::PriceMissing, renew(&euros));
    let first = issued(&world, order());
    refused_unpaid(&world, || renew(&first));
}

fn refused_reissues() {
    let world = World::new();
    let first = issued(&world, of_organization());
    let reissue = |request| Reissue { certificate: first.certificate, request, controls: None };
    world.refused(&world.bravo, Outcome::CertificateUnknown, reissue(shop()));
    refused_requests(&world, reissue);
    refused_controls(&world, |controls| Reissue { controls: Some(controls), ..reissue(shop()) });
    let waiting = latest(&submitted(&world, Order { years: 2, ..order() })).certificate;
    let early = Reissue { certificate: waiting, ..reissue(shop()) };
    world.refused(&world.alpha, Outcome::CertificateNotReady, early);
}
