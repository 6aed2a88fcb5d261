//! Orders that are given up, and certificates that are revoked.

use engine::{
    FaultKind, Outcome,
    model::{CertificateNews, CertificateState},
    ops::certificate::{Cancel, Revoke},
    ports::{AuthorityAnswer, AuthorityTask, Port, Step},
};

use super::{answer, issued, latest, news, no_order, now, one_ask, order, submitted, unconfigured};
use crate::fixture::{World, read};

cases! {
    success_pays_back_what_was_not_begun
    success_owes_what_cannot_be_paid_back
    success_revokes_and_pays_back_what_is_young
    success_revokes_for_good
    refused_cancellations
    refused_revocations
}

fn success_pays_back_what_was_not_begun() {
    let world = World::new();
    let before = world.balance(&world.alpha);
    for order in [unconfigured(&world, "dv"), submitted(&world, order())] {
        let order = world.done(&world.alpha, Outcome::CertificateCancelled, Cancel { at: latest(&order) });
        assert_eq!(order.state, CertificateState::Cancelled);
    }
    assert_eq!(world.balance(&world.alpha), before);
    world.pass_days(60);
    assert!(super::ran(&world).fired.is_empty());
    world.assert_audit_clean();
}

fn success_owes_what_cannot_be_paid_back() {
    let world = World::new();
    let order = unconfigured(&world, "dv");
    world.trouble.next(Port::Ledger, Some(Step::Reversal), FaultKind::Unavailable(Port::Ledger));
    world.done(&world.alpha, Outcome::CertificateCancelled, Cancel { at: latest(&order) });
    let owed = read(&world.engine, |store| store.all_owed());
    assert_eq!((owed.len(), owed[0].amount.minor), (1, 1_000));
}

fn success_revokes_and_pays_back_what_is_young() {
    let world = World::new();
    let before = world.balance(&world.alpha);
    let order = issued(&world, order());
    news(&world);
    world.done(&world.alpha, Outcome::CertificateCancelPending, Cancel { at: latest(&order) });
    let ask = one_ask(&world);
    assert_eq!(ask.task, AuthorityTask::Revoke);
    answer(&world, ask, AuthorityAnswer::Revoked);
    assert_eq!(now(&world, order.id).state, CertificateState::Revoked);
    assert_eq!(news(&world), [CertificateNews::Cancelled { reason: None, repaid: true }]);
    assert_eq!(world.balance(&world.alpha), before);
}

fn success_revokes_for_good() {
    let world = World::new();
    let order = issued(&world, order());
    news(&world);
    let paid = world.balance(&world.alpha);
    world.done(&world.alpha, Outcome::CertificateRevokePending, Revoke { at: latest(&order) });
    answer(&world, one_ask(&world), AuthorityAnswer::Revoked);
    assert_eq!(news(&world), [CertificateNews::Revoked]);
    assert_eq!(world.balance(&world.alpha), paid);
}

fn refused_cancellations() {
    let world = World::new();
    let at = latest(&issued(&world, order()));
    world.refused(&world.bravo, Outcome::CertificateUnknown, Cancel { at });
    world.refused(&world.alpha, Outcome::CertificateUnknown, Cancel { at: no_order() });
    world.pass_days(30);
    world.refused(&world.alpha, Outcome::CertificateNotReady, Cancel { at });
}

fn refused_revocations() {
    let world = World::new();
    let at = latest(&submitted(&world, order()));
    world.refused(&world.bravo, Outcome::CertificateUnknown, Revoke { at });
    world.refused(&world.alpha, Outcome::CertificateNotReady, Revoke { at });
}
