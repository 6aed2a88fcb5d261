use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use courier::{Counts, Dispatcher, Settings};
use engine::model::NoticeId;
use engine::ports::{Courier, Parcel, Undelivered};

use crate::http_receiver::Receiver;
use crate::office::{Office, PATIENCE, couriers, unavailable};

/// A courier that waits before the door until it is let in, and does as it is told then.
struct Doorstep {
    door: Mutex<Door>,
    moved: Condvar,
    away: bool,
}

#[derive(Default)]
struct Door {
    is_open: bool,
    arrived: Vec<NoticeId>,
}

impl Doorstep {
    fn new(away: bool) -> Arc<Self> {
        Arc::new(Self { door: Mutex::default(), moved: Condvar::new(), away })
    }

    fn open(&self) {
        self.door.lock().unwrap().is_open = true;
        self.moved.notify_all();
    }

    fn wait_for(&self, arrived: usize) {
        let door = self.moved.wait_while(self.door.lock().unwrap(), |door| door.arrived.len() < arrived);
        drop(door.unwrap());
    }

    fn arrived(&self) -> Vec<NoticeId> {
        self.door.lock().unwrap().arrived.clone()
    }
}

impl Courier for Doorstep {
    fn deliver(&self, parcel: &Parcel) -> Result<(), Undelivered> {
        let mut door = self.door.lock().unwrap();
        door.arrived.push(NoticeId(parcel.cargo.id().0));
        self.moved.notify_all();
        drop(self.moved.wait_while(door, |door| !door.is_open).unwrap());
        if self.away { Err(Undelivered::unreachable("away")) } else { Ok(()) }
    }
}

#[test]
fn trouble_ordered_at_the_port_fails_one_attempt() {
    let (office, receiver) = (Office::new(), Receiver::answering(&["200 OK"]));
    office.post_to("ALPHA", &receiver.url());
    office.tell("ALPHA", "shop.test");
    *office.trouble.next_mail.lock().unwrap() = Some(unavailable());
    let dispatcher = office.dispatcher(couriers(None));
    office.dispatch(&dispatcher);
    assert!(receiver.received().is_empty());
    office.pass_minutes(1);
    office.dispatch(&dispatcher);
    assert_eq!(receiver.received().len(), 1);
    assert_eq!(dispatcher.counts(), Counts { delivered: 1, failed: 1, dropped: 0 });
}

#[test]
fn a_receiver_that_hangs_holds_up_its_own_line_alone() {
    let office = Office::new();
    office.open("BRAVO");
    for account in ["ALPHA", "BRAVO"] {
        office.post_to(account, "https://example.test/");
    }
    let (first, second) = (office.tell("ALPHA", "shop.test"), office.tell("ALPHA", "books.test"));
    let other = office.tell("BRAVO", "art.test");
    let doorstep = Doorstep::new(false);
    let dispatcher = office.dispatcher(doorstep.clone());
    dispatcher.take(office.run().unwrap().parcels);
    doorstep.wait_for(2);
    let mut arrived = doorstep.arrived();
    arrived.sort_unstable();
    assert_eq!(arrived, [first, other], "there are couriers for more");
    // The next attempt of what is under way is not carried beside it.
    office.pass_minutes(1);
    dispatcher.take(office.run().unwrap().parcels);
    doorstep.open();
    assert!(dispatcher.settle(PATIENCE));
    assert_eq!(doorstep.arrived().last(), Some(&second));
    assert_eq!(dispatcher.counts(), Counts { delivered: 3, failed: 0, dropped: 0 });
}

#[test]
fn what_waits_for_an_absent_receiver_is_left_to_its_reminders() {
    let office = Office::new();
    office.post_to("ALPHA", "https://example.test/");
    let first = office.tell("ALPHA", "shop.test");
    (0..9).for_each(|_| drop(office.tell("ALPHA", "shop.test").to_string()));
    let doorstep = Doorstep::new(true);
    let dispatcher = office.dispatcher(doorstep.clone());
    dispatcher.take(office.run().unwrap().parcels);
    doorstep.open();
    assert!(dispatcher.settle(PATIENCE));
    assert_eq!(doorstep.arrived(), [first]);
    assert_eq!(dispatcher.counts(), Counts { delivered: 0, failed: 1, dropped: 9 });
    office.pass_minutes(1);
    assert_eq!(office.run().unwrap().parcels.len(), 10);
}

#[test]
fn what_finds_no_room_comes_again() {
    let office = Office::new();
    office.post_to("ALPHA", "https://example.test/");
    (0..10).for_each(|_| drop(office.tell("ALPHA", "shop.test").to_string()));
    let doorstep = Doorstep::new(false);
    let settings = Settings { couriers: 1, waiting: 5, waiting_of_account: 3 };
    let dispatcher = Dispatcher::start(office.engine.clone(), doorstep.clone(), settings).unwrap();
    doorstep.open();
    while office.engine.now().millis() < 1_800_000_000_000 + 3_600_000 {
        office.dispatch(&dispatcher);
        office.pass_minutes(1);
    }
    let Counts { delivered, failed, dropped } = dispatcher.counts();
    assert_eq!((delivered, failed), (10, 0));
    assert!(dropped > 0);
}

#[test]
fn a_closed_dispatcher_ends_what_is_under_way_and_leaves_the_rest() {
    let office = Office::new();
    office.post_to("ALPHA", "https://example.test/");
    (0..3).for_each(|_| drop(office.tell("ALPHA", "shop.test").to_string()));
    let doorstep = Doorstep::new(false);
    let dispatcher = office.dispatcher(doorstep.clone());
    dispatcher.take(office.run().unwrap().parcels);
    doorstep.wait_for(1);
    let opener = {
        let doorstep = doorstep.clone();
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(50));
            doorstep.open();
        })
    };
    dispatcher.close(PATIENCE);
    opener.join().unwrap();
    assert_eq!(doorstep.arrived().len(), 1);
    office.pass_minutes(1);
    assert_eq!(office.run().unwrap().parcels.len(), 2, "one is recorded as delivered");
}

#[test]
fn a_courier_that_panics_has_not_delivered() {
    struct Clumsy;
    impl Courier for Clumsy {
        fn deliver(&self, parcel: &Parcel) -> Result<(), Undelivered> {
            assert!(parcel.attempt > 1, "dropped");
            Ok(())
        }
    }
    let office = Office::new();
    office.post_to("ALPHA", "https://example.test/");
    office.tell("ALPHA", "shop.test");
    let dispatcher = office.dispatcher(Arc::new(Clumsy));
    office.dispatch(&dispatcher);
    office.pass_minutes(1);
    office.dispatch(&dispatcher);
    assert_eq!(dispatcher.counts(), Counts { delivered: 1, failed: 1, dropped: 0 });
}
