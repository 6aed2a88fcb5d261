//! What time brings to orders.

use engine::{
    Outcome,
    model::{CertificateNews, CertificateState, ControlMethod},
    ops::{certificate::Order, dns_zone::Commit, due::Deed},
    ports::{AuthorityAnswer, AuthorityFailed, AuthorityTask},
};

use super::{answer, asked, by, certify, end, issued, news, now, one_ask, order, ran, submitted};
use crate::fixture::{World, name};

cases! {
    success_sees_a_record_that_is_published_here
    success_gives_up_what_is_not_approved
    success_gives_up_what_the_authority_does_not_answer
    success_tells_that_a_certificate_ends
    success_says_nothing_of_what_was_renewed
}

fn deeds(fired: &[engine::ops::due::Fired]) -> Vec<Deed> {
    fired.iter().map(|fired| fired.deed).collect()
}

fn success_sees_a_record_that_is_published_here() {
    let world = World::new();
    world.add_zone(&world.bravo, "shop.test");
    let order = submitted(&world, Order { controls: Some(by(ControlMethod::Dns)), ..order() });
    let token = order.controls[0].proof.token().unwrap();
    world.add_row(&world.bravo, "shop.test", &format!("_pki-validation.www 300 TXT {token}"));
    world.set_clock(world.now().plus_millis(60_000));
    assert_eq!(now(&world, order.id).state, CertificateState::AwaitingApproval);
    world.done(&world.bravo, Outcome::DnsZoneCommitted, Commit { name: name("shop.test") });
    world.set_clock(world.now().plus_millis(5 * 60_000));
    let first = ran(&world);
    assert!(deeds(&first.fired).contains(&Deed::CertificateApproved), "{first:?}");
    assert_eq!(first.asks.len() + ran(&world).asks.len(), 1);
}

fn success_gives_up_what_is_not_approved() {
    let world = World::new();
    let before = world.balance(&world.alpha);
    let order = submitted(&world, Order { controls: Some(by(ControlMethod::Dns)), ..order() });
    assert_eq!(deeds(&world.advance_days(29)), []);
    assert_eq!(deeds(&world.advance_days(1)), [Deed::CertificateLapsed]);
    assert_eq!(now(&world, order.id).state, CertificateState::Cancelled);
    assert!(matches!(&news(&world)[..], [CertificateNews::Cancelled { reason: Some(_), repaid: true }]));
    assert_eq!(world.balance(&world.alpha), before);
}

fn success_gives_up_what_the_authority_does_not_answer() {
    let world = World::new();
    let order = submitted(&world, order());
    let mut ask = asked(&world, order.id);
    while ask.task != AuthorityTask::Withdraw {
        end(&world, ask, Err(AuthorityFailed::new("silence")));
        world.set_clock(world.now().plus_millis(6 * 60 * 60_000));
        ask = one_ask(&world);
    }
    assert_eq!(now(&world, order.id).state, CertificateState::Withdrawing);
    end(&world, ask, Err(AuthorityFailed::new("silence")));
    world.pass_days(300);
    let still = one_ask(&world);
    answer(&world, still, AuthorityAnswer::Withdrawn);
    assert!(matches!(&news(&world)[..], [CertificateNews::Cancelled { reason: Some(_), repaid: true }]));
    world.assert_audit_clean();
}

fn success_tells_that_a_certificate_ends() {
    let world = World::new();
    let order = issued(&world, order());
    news(&world);
    let fired = world.advance_days(365);
    assert_eq!(deeds(&fired), [Deed::CertificateExpiryWarned, Deed::CertificateExpiryWarned]);
    assert_eq!(deeds(&world.advance_days(1)), [Deed::CertificateExpired]);
    assert_eq!(now(&world, order.id).state, CertificateState::Expired);
    let expires_at = order.expires_at.unwrap();
    let expiring = || CertificateNews::Expiring { expires_at };
    assert_eq!(news(&world), [expiring(), expiring(), CertificateNews::Expired]);
}

fn success_says_nothing_of_what_was_renewed() {
    let world = World::new();
    let first = issued(&world, order());
    world.pass_days(300);
    let renew = engine::ops::certificate::Renew {
        certificate: first.certificate,
        years: 1,
        request: None,
        controls: None,
    };
    let renewal = world.done(&world.alpha, Outcome::CertificateSubmitted, renew).order;
    certify(&world, renewal.id);
    news(&world);
    world.advance_days(70);
    assert_eq!((now(&world, first.id).state, news(&world)), (CertificateState::Expired, Vec::new()));
}
