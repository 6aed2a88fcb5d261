//! Moving time.

use engine::model::{Instant, RenewalMode};
use engine::ops::domain::SetRenewalMode;
use engine::ops::due::Deed;

use super::{Happening, LATEST, Stuck};
use crate::clock::Hands;
use crate::span::Span;
use crate::testing::{World, day, name};

fn deeds(fired: &[Happening]) -> Vec<(String, Deed)> {
    let due = |happening: &Happening| match happening {
        Happening::Due(fired) => (fired.at.to_string()[..10].to_owned(), fired.deed),
        Happening::Counterpart(act) => panic!("{act:?}"),
    };
    fired.iter().map(due).collect()
}

#[tokio::test]
async fn what_falls_due_on_the_way_is_done_in_order_each_at_its_time() {
    let world = World::new().await;
    world.register(&world.alpha, "shop.test").await.unwrap();
    let mode = Some(RenewalMode::Explicit);
    world.command(&world.alpha, SetRenewalMode { name: name("shop.test"), mode }).await.unwrap();
    let advance = world.timekeeper.advance_to(day("2029-06-01")).await.unwrap();
    assert_eq!((advance.from, advance.to), (day("2027-03-01"), day("2029-06-01")));
    assert_eq!(advance.count, advance.fired.len());
    let deeds = deeds(&advance.fired);
    assert!(deeds.is_sorted_by_key(|(at, _)| at.clone()), "{deeds:?}");
    assert!(deeds.contains(&("2028-03-01".to_owned(), Deed::Lapsed)), "{deeds:?}");
    assert_eq!(deeds.last().map(|(_, deed)| *deed), Some(Deed::Dropped), "{deeds:?}");
    assert!(world.register(&world.bravo, "shop.test").await.is_ok(), "the name is free");
}

#[tokio::test]
async fn one_long_way_is_as_good_as_many_short_ones() {
    let (long, short) = (World::new().await, World::new().await);
    for world in [&long, &short] {
        world.register(&world.alpha, "shop.test").await.unwrap();
        world.register(&world.bravo, "other.test").await.unwrap();
    }
    let at_once = long.timekeeper.advance_to(day("2030-03-02")).await.unwrap();
    let mut step_by_step = Vec::new();
    while short.now() < day("2030-03-02") {
        let next = short.now().plus_days(17).min(day("2030-03-02"));
        step_by_step.extend(short.timekeeper.advance_to(next).await.unwrap().fired);
    }
    assert_eq!(at_once.fired, step_by_step);
    assert!(at_once.count >= 6, "each was renewed three times: {at_once:?}");
}

#[tokio::test]
async fn time_goes_neither_back_nor_beyond_its_end() {
    let world = World::new().await;
    let back = world.timekeeper.advance_to(day("2027-02-28")).await;
    assert!(matches!(back, Err(Stuck::Backwards(refused)) if refused.now == day("2027-03-01")));
    let far = world.timekeeper.advance_to(Instant::from_millis(LATEST + 1)).await;
    assert!(matches!(far, Err(Stuck::TooFar { .. })));
    assert_eq!(world.now(), day("2027-03-01"));
    assert_eq!(world.timekeeper.advance_to(day("2027-03-01")).await.unwrap().count, 0);
}

#[tokio::test]
async fn trouble_stops_the_clock_where_it_happens_and_the_way_can_be_gone_on() {
    let world = World::new().await;
    world.register(&world.alpha, "shop.test").await.unwrap();
    world.ask_for(&world.bravo, "shop.test").await.unwrap();
    let order = r#"{"port": "store", "trouble": "unavailable", "operation": "due_run", "always": true}"#;
    let order = world.plan.add(serde_json::from_str(order).unwrap()).unwrap();
    // The server looks for due work before it goes anywhere.
    let stuck = world.timekeeper.advance_to(day("2027-03-10")).await;
    assert!(matches!(stuck, Err(Stuck::Broken { at, .. }) if at == day("2027-03-01")));
    world.plan.remove(&order.id).unwrap();
    let advance = world.timekeeper.advance_to(day("2027-03-10")).await.unwrap();
    assert_eq!(deeds(&advance.fired), [("2027-03-06".to_owned(), Deed::TransferApproved)]);
}

#[tokio::test]
async fn a_frozen_clock_can_be_moved_and_stays_frozen() {
    let world = World::new().await;
    world.clock.freeze();
    world.timekeeper.advance_to(day("2027-04-01")).await.unwrap();
    assert_eq!(world.clock.hands(), Hands { offset_ms: 0, frozen_at: Some(day("2027-04-01")) });
}

#[tokio::test]
async fn two_who_move_the_clock_do_so_one_after_the_other() {
    let world = World::new().await;
    world.register(&world.alpha, "shop.test").await.unwrap();
    let year = Span::parse("1y").unwrap();
    let (one, other) = tokio::join!(world.timekeeper.advance_by(year), world.timekeeper.advance_by(year));
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!((one.to, other.from), (day("2028-03-01"), day("2028-03-01")));
    assert_eq!(world.now(), day("2029-03-01"));
    let renewals = |advance: &super::Advance| {
        deeds(&advance.fired).iter().filter(|(_, deed)| *deed == Deed::AutoRenewed).count()
    };
    assert_eq!((renewals(&one), renewals(&other)), (1, 1));
    let endless = world.timekeeper.advance_by(Span::parse("99999y").unwrap()).await;
    assert!(matches!(endless, Err(Stuck::Endless)));
}
