//! Orders, from what is written to what a client meets.

use std::time::Duration;

use engine::model::Clid;
use engine::ops::domain;
use engine::ports::{Access, Ask, Port, Step};
use engine::{Failure, Outcome};
use outcomes::Operation;
use tokio::time::Instant as Stopwatch;

use super::rule::Blow;
use super::{Order, Orders, Plan, Trouble, magic};
use crate::testing::{World, create, name};

fn order(text: &str) -> Order {
    serde_json::from_str(text).unwrap()
}

fn plan(orders: &[&str]) -> Plan {
    let plan = Plan::new();
    orders.iter().for_each(|text| drop(plan.add(order(text)).unwrap()));
    plan
}

/// What a call of ALPHA meets at the store.
fn call(plan: &Plan, operation: Operation, object: &str, access: Access) -> Option<Blow> {
    call_of(plan, "ALPHA", operation, object, access)
}

fn call_of(plan: &Plan, account: &str, operation: Operation, object: &str, access: Access) -> Option<Blow> {
    let account = Clid::from_store(account.to_owned());
    plan.meet(Port::Store, &Ask { account: &account, operation, object, access, step: None })
}

fn create_meets(plan: &Plan) -> bool {
    call(plan, Operation::DomainCreate, "shop.test", Access::Writes).is_some()
}

fn fault_of<T: std::fmt::Debug>(end: Result<T, Failure>) -> Outcome {
    match end {
        Err(Failure::Fault(fault)) => fault.outcome(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_next_calls_are_struck_and_no_other() {
    let plan = plan(&[r#"{"port": "store", "trouble": "full", "next": 2, "skip": 1}"#]);
    let met: Vec<bool> = (0..5).map(|_| create_meets(&plan)).collect();
    assert_eq!(met, [false, true, true, false, false]);
    let rule = &plan.orders_now().rules[0];
    assert_eq!((rule.met, rule.struck, rule.is_spent()), (3, 2, true));
}

#[test]
fn without_a_number_it_is_the_next_one_and_always_is_always() {
    let once = plan(&[r#"{"port": "store", "trouble": "full"}"#]);
    assert_eq!([create_meets(&once), create_meets(&once)], [true, false]);
    let always = plan(&[r#"{"port": "store", "trouble": "full", "always": true}"#]);
    assert!((0..100).all(|_| create_meets(&always)));
}

#[test]
fn chance_repeats_with_its_seed() {
    let draw = |seed: u64| {
        let text =
            format!("{{\"port\": \"store\", \"trouble\": \"full\", \"probability\": 0.5, \"seed\": {seed}}}");
        let plan = plan(&[&text]);
        (0..64).map(|_| create_meets(&plan)).collect::<Vec<_>>()
    };
    assert_eq!(draw(1), draw(1));
    assert_ne!(draw(1), draw(2));
}

#[test]
fn an_order_strikes_whom_it_means() {
    let text = r#"{"port": "store", "trouble": "full", "always": true, "account": "ALPHA", "operation": "domain_*", "object": "*.test"}"#;
    let plan = plan(&[text]);
    assert!(create_meets(&plan));
    for (account, operation, object) in [
        ("BRAVO", Operation::DomainCreate, "shop.test"),
        ("ALPHA", Operation::ContactCreate, "shop.test"),
        ("ALPHA", Operation::DomainCreate, "shop.example"),
    ] {
        assert_eq!(call_of(&plan, account, operation, object, Access::Writes), None, "{account} {object}");
    }
}

#[test]
fn the_sandbox_itself_is_never_struck_and_the_server_only_if_meant() {
    let everybody = plan(&[r#"{"port": "store", "trouble": "full", "always": true}"#]);
    let meets =
        |plan: &Plan, account: &str| call_of(plan, account, Operation::DueRun, "", Access::Writes).is_some();
    assert!(!meets(&everybody, "sandbox") && !meets(&everybody, "server"));
    assert!(call_of(&everybody, "nobody", Operation::AccountLogin, "", Access::Reads).is_some(), "a login");
    for text in [
        r#"{"port": "store", "trouble": "full", "always": true, "account": "server"}"#,
        r#"{"port": "store", "trouble": "full", "always": true, "operation": "due_run"}"#,
    ] {
        assert!(meets(&plan(&[text]), "server") && !meets(&plan(&[text]), "sandbox"));
    }
}

#[test]
fn a_look_at_the_books_is_struck_only_if_it_is_named() {
    let meets = |plan: &Plan, step| {
        let account = Clid::from_store("ALPHA".to_owned());
        let (operation, access) = (Operation::DomainCreate, Access::Writes);
        plan.meet(Port::Ledger, &Ask { account: &account, operation, object: "shop.test", access, step })
            .is_some()
    };
    let steps = [None, Some(Step::Credit), Some(Step::Balance), Some(Step::Reversal)];
    let any = plan(&[r#"{"port": "ledger", "trouble": "timeout", "always": true}"#]);
    assert_eq!(steps.map(|step| meets(&any, step)), [true, false, false, true]);
    let named = plan(&[r#"{"port": "ledger", "trouble": "timeout", "step": "balance", "always": true}"#]);
    assert_eq!(steps.map(|step| meets(&named, step)), [false, false, true, false]);
}

#[test]
fn reading_has_no_unknown_result() {
    let plan = plan(&[r#"{"port": "store", "trouble": "unknown"}"#]);
    assert_eq!(call(&plan, Operation::DomainInfo, "shop.test", Access::Reads), None);
    assert!(create_meets(&plan));
}

#[test]
fn an_order_that_makes_no_sense_is_refused_where_it_makes_none() {
    for (text, field) in [
        ("{}", "port"),
        (r#"{"port": "moon", "trouble": "full"}"#, "port"),
        (r#"{"port": "store", "trouble": "full", "step": "balance"}"#, "step"),
        (r#"{"port": "ledger", "trouble": "timeout", "step": "dance"}"#, "step"),
        (r#"{"port": "store"}"#, "trouble"),
        (r#"{"port": "store", "trouble": "refused"}"#, "trouble"),
        (r#"{"port": "mail", "trouble": "unknown"}"#, "trouble"),
        (r#"{"port": "store", "trouble": "full", "made": true}"#, "made"),
        (r#"{"port": "store", "trouble": "full", "next": 1, "always": true}"#, "next"),
        (r#"{"port": "store", "trouble": "full", "skip": 1, "probability": 0.5}"#, "next"),
        (r#"{"port": "store", "trouble": "full", "next": 0}"#, "next"),
        (r#"{"port": "store", "trouble": "full", "probability": 1.5}"#, "probability"),
        (r#"{"port": "store", "delay_ms": 60001}"#, "delay_ms"),
        (r#"{"port": "ledger", "trouble": "timeout", "delay_ms": 10}"#, "delay_ms"),
        (r#"{"port": "store", "trouble": "full", "account": "A"}"#, "account"),
        (r#"{"port": "store", "trouble": "full", "operation": "domain_fly"}"#, "operation"),
    ] {
        assert_eq!(Plan::new().add(order(text)).unwrap_err().field, field, "{text}");
    }
}

#[test]
fn names_bring_the_trouble_that_they_say_and_to_the_operation_that_they_say() {
    let (create, renew) = (Operation::DomainCreate, Operation::DomainRenew);
    let brings = |object: &str, port: Port, operation: Operation| {
        let account = Clid::from_store("ALPHA".to_owned());
        magic::cast(port, &Ask { account: &account, operation, object, access: Access::Writes, step: None })
            .map(|blow| (blow.trouble, blow.delay))
    };
    let only = |trouble| Some((Some(trouble), Duration::ZERO));
    assert_eq!(brings("timeout-shop.test", Port::Registry, create), only(Trouble::Timeout));
    assert_eq!(brings("timeout-shop.test", Port::Store, create), None);
    assert_eq!(brings("timeout-renew-shop.test", Port::Registry, create), None);
    assert_eq!(brings("timeout-renew-shop.test", Port::Registry, renew), only(Trouble::Timeout));
    assert_eq!(brings("timeout-renewal.test", Port::Registry, create), only(Trouble::Timeout));
    assert_eq!(brings("fault-ledger-unavailable-x.test", Port::Ledger, create), only(Trouble::Unavailable));
    assert_eq!(brings("fault-prices-timeout-renew.test", Port::Prices, renew), only(Trouble::Timeout));
    assert_eq!(brings("fault-mail-full-x.test", Port::Mail, create), None, "that cannot happen there");
    assert_eq!(brings("slow-shop.test", Port::Store, create), Some((None, Duration::from_secs(2))));
    for plain in ["shop.test", "timeout.test", "slowly-shop.test", "fault.test", "fault-store.test", "", "-"]
    {
        assert!(Port::ALL.into_iter().all(|port| brings(plain, port, create).is_none()), "{plain}");
    }
}

#[test]
fn magic_can_be_switched_off_and_orders_can_be_kept() {
    let plan = plan(&[r#"{"port": "store", "trouble": "full", "next": 2}"#]);
    assert!(create_meets(&plan));
    plan.set_magic(false);
    assert_eq!(
        call(&plan, Operation::DomainInfo, "slow-x.test", Access::Reads).map(|blow| blow.by),
        Some("f1".into())
    );
    assert_eq!(call(&plan, Operation::DomainInfo, "slow-x.test", Access::Reads), None);
    let kept: Orders = serde_json::from_str(&serde_json::to_string(&plan.orders_now()).unwrap()).unwrap();
    assert_eq!(kept, plan.orders_now());
    assert_eq!((plan.clear(), plan.orders_now().rules.len()), (1, 0));
    plan.set_orders(kept);
    assert_eq!(plan.add(order(r#"{"port": "mail", "trouble": "refused"}"#)).unwrap().id, "f2", "ids go on");
}

#[tokio::test]
async fn a_client_meets_the_trouble_and_nothing_was_changed() {
    let world = World::new().await;
    for (port, trouble, outcome) in [
        ("store", "unavailable", Outcome::StoreFull),
        ("store", "full", Outcome::StoreFull),
        ("store", "stopped", Outcome::StoreStopped),
        ("store", "internal", Outcome::InternalFault),
        ("registry", "unavailable", Outcome::RegistryUnavailable),
        ("registry", "timeout", Outcome::RegistryTimedOut),
        ("ledger", "unavailable", Outcome::LedgerUnavailable),
        ("prices", "unavailable", Outcome::PricesUnavailable),
    ] {
        let text =
            format!("{{\"port\": \"{port}\", \"trouble\": \"{trouble}\", \"operation\": \"domain_create\"}}");
        world.plan.add(order(&text)).unwrap();
        assert_eq!(fault_of(world.register(&world.alpha, "shop.test").await), outcome, "{port} {trouble}");
    }
    assert_eq!(world.plan.orders_now().rules.iter().filter(|rule| !rule.is_spent()).count(), 0);
    assert!(world.register(&world.alpha, "shop.test").await.is_ok());
}

#[tokio::test]
async fn reading_meets_trouble_too() {
    let world = World::new().await;
    world.register(&world.alpha, "shop.test").await.unwrap();
    world
        .plan
        .add(order(r#"{"port": "store", "trouble": "unavailable", "operation": "domain_info"}"#))
        .unwrap();
    let info = || domain::Info { name: name("shop.test"), proof: None };
    assert_eq!(fault_of(world.query(&world.alpha, info()).await), Outcome::StoreFull);
    assert!(world.query(&world.alpha, info()).await.is_ok());
}

#[tokio::test]
async fn a_change_of_unknown_result_is_made_or_not_as_ordered() {
    let world = World::new().await;
    for (made, object) in [(true, "made.test"), (false, "unmade.test")] {
        let text = format!("{{\"port\": \"store\", \"trouble\": \"unknown\", \"made\": {made}}}");
        world.plan.add(order(&text)).unwrap();
        assert_eq!(fault_of(world.register(&world.alpha, object).await), Outcome::OutcomeUnknown);
        assert_eq!(
            world.query(&world.alpha, domain::Info { name: name(object), proof: None }).await.is_ok(),
            made
        );
    }
}

#[tokio::test]
async fn the_end_of_what_was_refused_is_never_unknown() {
    let world = World::new().await;
    world.register(&world.alpha, "shop.test").await.unwrap();
    world
        .plan
        .add(order(r#"{"port": "store", "trouble": "unknown", "made": true, "operation": "domain_renew"}"#))
        .unwrap();
    let renew = domain::Renew {
        name: name("shop.test"),
        period: None,
        current_expiry: Some(engine::model::ExpiryClaim::Year(2001)),
    };
    assert!(matches!(world.command(&world.alpha, renew).await, Err(Failure::Refused(_))));
}

#[tokio::test]
async fn a_delay_holds_up_the_one_that_is_meant_and_nobody_else() {
    let world = World::new().await;
    world.plan.add(order(r#"{"port": "store", "delay_ms": 300, "object": "late.test"}"#)).unwrap();
    let start = Stopwatch::now();
    let late = async {
        world.register(&world.alpha, "late.test").await.unwrap();
        start.elapsed()
    };
    let quick = async {
        world.register(&world.bravo, "quick.test").await.unwrap();
        start.elapsed()
    };
    let (late, quick) = tokio::join!(late, quick);
    assert!(late >= Duration::from_millis(300), "{late:?}");
    assert!(quick < late, "{quick:?} and {late:?}");
}

/// A group of commands that is rolled back is run again: the one that met trouble meets it again.
#[tokio::test]
async fn a_command_that_is_run_twice_meets_the_same_trouble_twice() {
    let world = World::new().await;
    world.plan.add(order(r#"{"port": "ledger", "trouble": "unavailable", "skip": 3}"#)).unwrap();
    let ends = (0..8).map(|number| world.command(&world.alpha, create(&format!("shop-{number}.test"))));
    let ends: Vec<_> = ends.collect();
    let mut failed = 0;
    for end in join_all(ends).await {
        failed += u32::from(end.is_err());
    }
    assert_eq!(failed, 1, "the one that was struck, however often the store ran it");
}

/// Drives futures together on this thread, each spawned first so that the commands meet in the store.
async fn join_all<F: Future>(futures: Vec<F>) -> Vec<F::Output> {
    let mut pending: Vec<_> = futures.into_iter().map(|future| Some(Box::pin(future))).collect();
    let mut done: Vec<Option<F::Output>> = pending.iter().map(|_| None).collect();
    std::future::poll_fn(move |cx| {
        for (slot, out) in pending.iter_mut().zip(&mut done) {
            if let Some(future) = slot
                && let std::task::Poll::Ready(end) = future.as_mut().poll(cx)
            {
                (*slot, *out) = (None, Some(end));
            }
        }
        match done.iter().all(Option::is_some) {
            true => std::task::Poll::Ready(done.iter_mut().filter_map(Option::take).collect()),
            false => std::task::Poll::Pending,
        }
    })
    .await
}
