//! Whatever is cut short is made good, and nothing is sent twice without need.

use engine::{Failure, Fault, FaultKind};

use crate::http_receiver::Receiver;
use crate::office::{Office, couriers};

fn busy() -> Fault {
    Fault::new(FaultKind::StoreBusy, "ordered")
}

#[test]
fn a_crash_before_the_commit_hands_nothing_out_and_the_next_run_does() {
    let office = Office::new();
    office.post_to("ALPHA", "https://example.test/");
    office.tell("ALPHA", "shop.test");
    *office.trouble.next_commit.lock().unwrap() = Some(busy());
    assert!(matches!(office.run(), Err(Failure::Fault(_))));
    let parcels = office.run().unwrap().parcels;
    assert_eq!((parcels.len(), parcels[0].attempt), (1, 1));
}

#[test]
fn a_crash_after_the_commit_sends_it_with_the_next_reminder() {
    let (office, receiver) = (Office::new(), Receiver::answering(&["200 OK"]));
    office.post_to("ALPHA", &receiver.url());
    office.tell("ALPHA", "shop.test");
    drop(office.run().unwrap());
    office.pass_minutes(1);
    // As after a new start: nothing of before is remembered outside the store.
    let dispatcher = office.dispatcher(couriers(None));
    assert_eq!(office.dispatch(&dispatcher), 1);
    assert_eq!(receiver.received().len(), 1);
}

#[test]
fn a_report_that_is_lost_sends_it_again_under_the_same_id() {
    let (office, receiver) = (Office::new(), Receiver::answering(&["200 OK"]));
    office.post_to("ALPHA", &receiver.url());
    office.tell("ALPHA", "shop.test");
    let dispatcher = office.dispatcher(couriers(None));
    let parcels = office.run().unwrap().parcels;
    *office.trouble.next_commit.lock().unwrap() = Some(busy());
    dispatcher.take(parcels);
    assert!(dispatcher.settle(crate::office::PATIENCE));
    for expected in [1, 0] {
        office.pass_minutes(60);
        assert_eq!(office.dispatch(&dispatcher), expected);
    }
    let received = receiver.received();
    assert_eq!(received.len(), 2);
    assert_eq!(received[0].header("Idempotency-Key"), received[1].header("Idempotency-Key"));
    assert_eq!(received[0].body, received[1].body);
}
