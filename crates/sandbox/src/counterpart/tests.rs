//! Counterparts, from a request to its answer.

use engine::Outcome;
use engine::model::{Clid, Instant};
use engine::ops::domain;

use super::{Answer, Rule};
use crate::testing::{World, day, name};
use crate::timekeeper::Happening;

fn rule(text: &str) -> Rule {
    serde_json::from_str(text).unwrap()
}

fn alpha() -> Clid {
    Clid::parse("ALPHA").unwrap()
}

#[tokio::test]
async fn a_rule_without_delay_answers_at_once() {
    for (answer, sponsor) in [("approve", "BRAVO"), ("reject", "ALPHA")] {
        let world = World::new().await;
        let text = format!("{{\"transfers\": \"{answer}\"}}");
        world.counterparts.set_rule(&alpha(), rule(&text)).await.unwrap();
        world.register(&world.alpha, "shop.test").await.unwrap();
        assert_eq!(
            world.ask_for(&world.bravo, "shop.test").await.unwrap().outcome,
            Outcome::TransferRequested
        );
        let happened = world.timekeeper.run_due().await.unwrap();
        let [Happening::Counterpart(act)] = &happened[..] else { panic!("{happened:?}") };
        assert_eq!((act.object.as_str(), act.account.as_str(), act.at), ("shop.test", "ALPHA", world.now()));
        assert_eq!(world.sponsor("shop.test").await, sponsor);
        assert!(world.timekeeper.run_due().await.unwrap().is_empty(), "once");
    }
}

#[tokio::test]
async fn a_delay_is_time_of_the_sandbox() {
    let world = World::new().await;
    world.counterparts.set_rule(&alpha(), rule(r#"{"transfers": "reject", "after": "2d"}"#)).await.unwrap();
    world.register(&world.alpha, "shop.test").await.unwrap();
    world.ask_for(&world.bravo, "shop.test").await.unwrap();
    assert!(world.timekeeper.run_due().await.unwrap().is_empty());
    let advance = world.timekeeper.advance_to(day("2027-03-20")).await.unwrap();
    let [Happening::Counterpart(act)] = &advance.fired[..] else { panic!("{advance:?}") };
    assert_eq!((act.deed, act.at), ("transfer_rejected", day("2027-03-03")));
    assert_eq!(world.sponsor("shop.test").await, "ALPHA");
}

#[tokio::test]
async fn silence_leaves_it_to_the_server_and_so_do_other_names() {
    for text in [r#"{"transfers": "ignore"}"#, r#"{"transfers": "reject", "object": "other.*"}"#] {
        let world = World::new().await;
        world.counterparts.set_rule(&alpha(), rule(text)).await.unwrap();
        world.register(&world.alpha, "shop.test").await.unwrap();
        world.ask_for(&world.bravo, "shop.test").await.unwrap();
        let advance = world.timekeeper.advance_to(day("2027-03-20")).await.unwrap();
        assert!(
            matches!(&advance.fired[..], [Happening::Due(fired)] if fired.at == day("2027-03-06")),
            "{advance:?}"
        );
        assert_eq!(world.sponsor("shop.test").await, "BRAVO");
    }
}

#[tokio::test]
async fn a_new_rule_finds_what_waits_already_and_an_old_one_is_forgotten() {
    let world = World::new().await;
    world.register(&world.alpha, "shop.test").await.unwrap();
    world.ask_for(&world.bravo, "shop.test").await.unwrap();
    world.counterparts.set_rule(&alpha(), rule(r#"{"transfers": "reject", "after": "1d"}"#)).await.unwrap();
    assert_eq!(world.counterparts.next(), Some(day("2027-03-02")));
    world.counterparts.set_rule(&alpha(), rule(r#"{"transfers": "approve", "after": "2d"}"#)).await.unwrap();
    assert_eq!(world.counterparts.next(), Some(day("2027-03-03")));
    assert!(world.counterparts.remove_rule(&alpha()) && !world.counterparts.remove_rule(&alpha()));
    assert_eq!(world.counterparts.next(), None);
}

#[tokio::test]
async fn an_answer_that_was_overtaken_is_not_given_to_the_next_request() {
    let world = World::new().await;
    world.counterparts.set_rule(&alpha(), rule(r#"{"transfers": "approve", "after": "3d"}"#)).await.unwrap();
    world.register(&world.alpha, "shop.test").await.unwrap();
    world.ask_for(&world.bravo, "shop.test").await.unwrap();
    world.timekeeper.advance_to(day("2027-03-02")).await.unwrap();
    world.command(&world.bravo, domain::TransferCancel { name: name("shop.test") }).await.unwrap();
    world.ask_for(&world.bravo, "shop.test").await.unwrap();
    let advance = world.timekeeper.advance_to(day("2027-03-04")).await.unwrap();
    assert!(advance.fired.is_empty(), "{advance:?}");
    let advance = world.timekeeper.advance_to(day("2027-03-05")).await.unwrap();
    assert!(
        matches!(&advance.fired[..], [Happening::Counterpart(act)] if act.at == day("2027-03-05")),
        "{advance:?}"
    );
}

#[tokio::test]
async fn what_is_in_mind_can_be_kept() {
    let world = World::new().await;
    world.counterparts.set_rule(&alpha(), rule(r#"{"transfers": "reject", "after": "P2D"}"#)).await.unwrap();
    world.register(&world.alpha, "shop.test").await.unwrap();
    world.ask_for(&world.bravo, "shop.test").await.unwrap();
    world.counterparts.listen().await.unwrap();
    let kept = serde_json::to_string(&world.counterparts.minds_now()).unwrap();
    assert!(world.counterparts.remove_rule(&alpha()));
    world.counterparts.set_minds(serde_json::from_str(&kept).unwrap());
    assert_eq!(world.counterparts.next(), Some(day("2027-03-03")));
    assert_eq!(world.counterparts.rule(&alpha()).unwrap().transfers, Answer::Reject);
}

#[tokio::test]
async fn a_counterpart_that_meets_trouble_tries_again() {
    let world = World::new().await;
    world.counterparts.set_rule(&alpha(), rule(r#"{"transfers": "approve"}"#)).await.unwrap();
    world.register(&world.alpha, "shop.test").await.unwrap();
    world.ask_for(&world.bravo, "shop.test").await.unwrap();
    let order = r#"{"port": "store", "trouble": "unavailable", "operation": "domain_transfer_approve"}"#;
    world.plan.add(serde_json::from_str(order).unwrap()).unwrap();
    assert!(world.timekeeper.run_due().await.unwrap().is_empty());
    assert_eq!(world.sponsor("shop.test").await, "ALPHA");
    let minute = Instant::from_millis(world.now().millis() + 60_000);
    assert_eq!(world.timekeeper.advance_to(minute).await.unwrap().count, 1);
    assert_eq!(world.sponsor("shop.test").await, "BRAVO");
}
