//! What the authority answers.

use engine::{
    Outcome,
    model::{CertificateNews, CertificateState},
    ops::certificate::{Cancel, CertificateRef, Reissue, Revoke},
    ports::{AuthorityAnswer, AuthorityFailed, AuthorityTask},
};

use super::{answer, asked, certificate, end, issued, latest, news, now, one_ask, order, submitted};
use crate::fixture::World;

cases! {
    success_records_a_certificate
    success_asks_again_after_silence
    success_pays_back_what_is_refused
    success_heeds_no_answer_to_what_is_not_asked_any_more
    success_keeps_a_certificate_that_was_issued_before_it_was_withdrawn
    success_keeps_a_certificate_that_is_not_revoked
    success_keeps_a_certificate_replaced_that_is_not_revoked
}

fn success_records_a_certificate() {
    let world = World::new();
    let order = issued(&world, order());
    let end = world.now().plus_years(1);
    assert_eq!((order.state, order.expires_at), (CertificateState::Issued, Some(end)));
    assert_eq!(news(&world), [CertificateNews::Issued { expires_at: end }]);
    assert!(super::ran(&world).asks.is_empty());
    world.assert_audit_clean();
}

fn success_asks_again_after_silence() {
    let world = World::new();
    let order = submitted(&world, order());
    let ask = asked(&world, order.id);
    end(&world, ask.clone(), Err(AuthorityFailed::new("silence")));
    answer(&world, ask.clone(), AuthorityAnswer::Waits);
    assert_eq!(now(&world, order.id).state, CertificateState::Processing);
    world.set_clock(world.now().plus_millis(5 * 60_000));
    let again = one_ask(&world);
    assert_eq!(again, ask, "the same, so that nothing is done twice");
    let with = certificate(&again);
    answer(&world, again, with);
    assert_eq!(now(&world, order.id).state, CertificateState::Issued);
}

fn success_pays_back_what_is_refused() {
    let world = World::new();
    let before = world.balance(&world.alpha);
    let order = submitted(&world, order());
    let ask = asked(&world, order.id);
    answer(&world, ask, AuthorityAnswer::Refused("no".to_owned()));
    let order = now(&world, order.id);
    assert_eq!((order.state, order.reason.as_deref()), (CertificateState::Rejected, Some("no")));
    assert_eq!(news(&world), [CertificateNews::Rejected { reason: "no".to_owned(), repaid: true }]);
    assert_eq!(world.balance(&world.alpha), before);
    world.assert_audit_clean();
}

fn success_heeds_no_answer_to_what_is_not_asked_any_more() {
    let world = World::new();
    let order = submitted(&world, order());
    let ask = asked(&world, order.id);
    world.done(&world.alpha, Outcome::CertificateCancelPending, Cancel { at: latest(&order) });
    let late = certificate(&ask);
    answer(&world, ask, late);
    assert_eq!(now(&world, order.id).state, CertificateState::Withdrawing);
    let ask = one_ask(&world);
    assert_eq!(ask.task, AuthorityTask::Withdraw);
    answer(&world, ask.clone(), AuthorityAnswer::Withdrawn);
    answer(&world, ask, AuthorityAnswer::Withdrawn);
    assert_eq!(news(&world), [CertificateNews::Cancelled { reason: None, repaid: true }], "once");
    world.assert_audit_clean();
}

fn success_keeps_a_certificate_that_was_issued_before_it_was_withdrawn() {
    let world = World::new();
    let order = submitted(&world, order());
    let ask = asked(&world, order.id);
    let paid = world.balance(&world.alpha);
    world.done(&world.alpha, Outcome::CertificateCancelPending, Cancel { at: latest(&order) });
    let too_late = certificate(&ask);
    answer(&world, one_ask(&world), too_late);
    assert_eq!(now(&world, order.id).state, CertificateState::Issued);
    assert_eq!(world.balance(&world.alpha), paid);
}

fn success_keeps_a_certificate_that_is_not_revoked() {
    let world = World::new();
    let order = issued(&world, order());
    news(&world);
    world.done(&world.alpha, Outcome::CertificateRevokePending, Revoke { at: latest(&order) });
    answer(&world, one_ask(&world), AuthorityAnswer::Refused("no".to_owned()));
    assert_eq!(now(&world, order.id).state, CertificateState::Issued);
    assert_eq!(news(&world), [CertificateNews::RevocationRefused { reason: "no".to_owned() }]);
}

fn success_keeps_a_certificate_replaced_that_is_not_revoked() {
    let world = World::new();
    let first = issued(&world, order());
    let reissue = Reissue { certificate: first.certificate, request: super::shop(), controls: None };
    let second = world.done(&world.alpha, Outcome::CertificateSubmitted, reissue);
    super::certify(&world, second.id);
    let at = CertificateRef { number: Some(1), ..latest(&first) };
    world.done(&world.alpha, Outcome::CertificateRevokePending, Revoke { at });
    answer(&world, one_ask(&world), AuthorityAnswer::Refused("no".to_owned()));
    assert_eq!(now(&world, first.id).state, CertificateState::Replaced);
}
