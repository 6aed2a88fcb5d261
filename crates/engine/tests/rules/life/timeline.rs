use engine::{
    Outcome,
    lifecycle::{Phase, Step},
    model::{Instant, RenewalMode},
    ops::domain::{Milestone, Outlook, Timeline},
};

use super::{choose, expiry, restore};
use crate::fixture::{World, name, transfer_of};

cases! {
    a_name_that_is_renewed_has_its_renewal_ahead
    a_name_that_is_not_renewed_has_its_whole_way_ahead
    a_name_that_is_not_paid_for_has_the_same
    a_deleted_name_has_its_release_ahead
    a_name_to_be_restored_has_the_missing_report_ahead
    a_transfer_has_its_decision_ahead
    what_is_announced_happens
    refused_for_an_unknown_domain
}

#[track_caller]
fn outlook(world: &World, domain: &str) -> Outlook {
    world.found(&world.alpha, Outcome::DomainTimelineTold, Timeline { name: name(domain) })
}

/// The steps ahead, and in how many days after a moment.
fn steps(outlook: &Outlook, from: Instant) -> Vec<(i64, Step)> {
    let step = |(at, milestone): &(Instant, Milestone)| match milestone {
        Milestone::Step(step) => Some(((at.millis() - from.millis()) / Instant::DAY, *step)),
        _ => None,
    };
    outlook.ahead.iter().filter_map(step).collect()
}

fn registered(domain: &str) -> World {
    let world = World::new();
    world.register(&world.alpha, domain);
    world
}

fn a_name_that_is_renewed_has_its_renewal_ahead() {
    let world = registered("shop.test");
    let (ends, outlook) = (expiry(&world, "shop.test"), outlook(&world, "shop.test"));
    assert_eq!((outlook.phase, outlook.name.as_str()), (Phase::Registered, "shop.test"));
    assert!(matches!(outlook.ahead[0], (_, Milestone::GraceEnds(_))));
    assert_eq!(steps(&outlook, ends), [(-30, Step::Warn), (-7, Step::Warn), (0, Step::Renew)]);
    assert!(outlook.ahead.iter().all(|(_, milestone)| !milestone.title().is_empty()));
}

fn a_name_that_is_not_renewed_has_its_whole_way_ahead() {
    let world = registered("shop.slow.test");
    let ends = expiry(&world, "shop.slow.test");
    let ahead = [
        (-30, Step::Warn),
        (0, Step::Expire),
        (30, Step::Suspend),
        (61, Step::Lapse),
        (91, Step::EndRedemption),
        (96, Step::Drop),
    ];
    assert_eq!(steps(&outlook(&world, "shop.slow.test"), ends), ahead);
    world.advance_to(ends);
    assert_eq!(steps(&outlook(&world, "shop.slow.test"), ends), ahead[2..]);
    world.advance_to(ends.plus_days(61));
    let outlook = outlook(&world, "shop.slow.test");
    assert_eq!((outlook.phase, steps(&outlook, ends)), (Phase::Redemption, ahead[4..].to_vec()));
}

fn a_name_that_is_not_paid_for_has_the_same() {
    let (world, shop) = (World::with_credit(1_000, 0), "shop.patient.test");
    world.register(&world.alpha, shop);
    let ends = expiry(&world, shop);
    assert_eq!(steps(&outlook(&world, shop), ends), [(0, Step::Renew)]);
    world.advance_to(ends.plus_days(8));
    let outlook = outlook(&world, shop);
    let ahead = [
        (9, Step::Renew),
        (10, Step::Renew),
        (15, Step::Suspend),
        (20, Step::Lapse),
        (50, Step::EndRedemption),
        (55, Step::Drop),
    ];
    assert_eq!((outlook.phase, steps(&outlook, ends)), (Phase::Expired, ahead.to_vec()));
}

fn a_deleted_name_has_its_release_ahead() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    let outlook = outlook(&world, "shop.test");
    assert_eq!(outlook.phase, Phase::Redemption);
    assert_eq!(steps(&outlook, world.now()), [(30, Step::EndRedemption), (35, Step::Drop)]);
}

fn a_name_to_be_restored_has_the_missing_report_ahead() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    world.advance_days(10);
    world.done(&world.alpha, Outcome::DomainRestoreRequested, restore("shop.test"));
    let outlook = outlook(&world, "shop.test");
    let ahead =
        [(6, Step::RemindOfReport), (7, Step::ReportOverdue), (27, Step::EndRedemption), (32, Step::Drop)];
    assert_eq!((outlook.phase, steps(&outlook, world.now())), (Phase::PendingRestore, ahead.to_vec()));
}

fn a_transfer_has_its_decision_ahead() {
    for (domain, decision) in
        [("shop.test", Milestone::TransferApproved), ("shop.slow.test", Milestone::TransferCancelled)]
    {
        let world = registered(domain);
        world.advance_days(20);
        world.done(&world.bravo, Outcome::TransferRequested, transfer_of(domain));
        assert_eq!(outlook(&world, domain).ahead[0], (world.now().plus_days(5), decision));
    }
}

/// Whatever a zone's policy and a sponsor's choice: what the outlook says is what the runner does.
fn what_is_announced_happens() {
    for domain in ["shop.test", "shop.slow.test", "shop.attr.test", "shop.patient.test"] {
        let world = registered(domain);
        let explicit = Some(RenewalMode::Explicit);
        world.done(&world.alpha, Outcome::DomainRenewalSet, choose(domain, explicit));
        let ahead = outlook(&world, domain).ahead;
        let steps = ahead.iter().filter(|(_, milestone)| matches!(milestone, Milestone::Step(_)));
        let announced: Vec<_> = steps.map(|(at, _)| *at).collect();
        let mut moments: Vec<_> =
            world.advance_to(*announced.last().unwrap()).into_iter().map(|fired| fired.at).collect();
        moments.dedup();
        let mut dates = announced.clone();
        dates.dedup();
        assert_eq!(moments, dates, "{domain}");
        assert!(!world.engine.store().names().holds(engine::ports::store::Kind::Domain, domain));
    }
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::DomainUnknown, Timeline { name: name("shop.test") });
}
