use courier::{Counts, Couriers, HttpCourier, Reach};
use engine::ports::{Courier, UndeliveredKind};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;

use crate::http_receiver::{Received, Receiver};
use crate::office::{Office, couriers};

fn signature(body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(b"swordfish").unwrap();
    mac.update(body.as_bytes());
    format!("sha256={}", hex::encode(mac.finalize().into_bytes()))
}

fn ids(received: &[Received]) -> Vec<&str> {
    received.iter().map(|request| request.header("Idempotency-Key").unwrap()).collect()
}

#[test]
fn a_notice_is_posted_signed_and_once() {
    let (office, receiver) = (Office::new(), Receiver::answering(&["204 No Content"]));
    office.post_to("ALPHA", &receiver.url());
    let id = office.tell("ALPHA", "shop.test").to_string();
    let dispatcher = office.dispatcher(couriers(None));
    assert_eq!(office.dispatch(&dispatcher), 1);
    let received = receiver.received();
    assert_eq!(received.len(), 1);
    let request = &received[0];
    assert_eq!(request.line, "POST /notices?from=chancery HTTP/1.1");
    assert_eq!(request.header("Content-Type"), Some("application/json"));
    assert_eq!(request.header("Idempotency-Key"), Some(id.as_str()));
    assert_eq!(request.header("Chancery-Attempt"), Some("1"));
    assert_eq!(request.header("Chancery-Signature"), Some(signature(&request.body).as_str()));
    let body: Value = serde_json::from_str(&request.body).unwrap();
    assert_eq!(
        (&body["id"], &body["account"], &body["event"]),
        (&id.into(), &"ALPHA".into(), &"domain_dropped".into())
    );
    assert_eq!((&body["name"], &body["at"]), (&"shop.test".into(), &"2027-01-15T08:00:00.000Z".into()));
    for _ in 0..5 {
        office.pass_minutes(24 * 60);
        assert_eq!(office.dispatch(&dispatcher), 0);
    }
    assert_eq!(dispatcher.counts(), Counts { delivered: 1, failed: 0, dropped: 0 });
}

#[test]
fn what_is_refused_or_cut_off_comes_again_under_the_same_id() {
    let receiver =
        Receiver::answering(&["503 Busy", "", "302 Found\r\nLocation: http://127.0.0.1:1/", "200 OK"]);
    let office = Office::new();
    office.post_to("ALPHA", &receiver.url());
    let id = office.tell("ALPHA", "shop.test").to_string();
    let dispatcher = office.dispatcher(couriers(None));
    for _ in 0..6 {
        office.dispatch(&dispatcher);
        office.pass_minutes(10);
    }
    let received = receiver.received();
    assert_eq!(ids(&received), [id.as_str(); 4]);
    let attempts: Vec<_> =
        received.iter().map(|request| request.header("Chancery-Attempt").unwrap()).collect();
    assert_eq!(attempts, ["1", "2", "3", "4"]);
    assert_eq!(dispatcher.counts(), Counts { delivered: 1, failed: 3, dropped: 0 });
}

#[test]
fn notices_arrive_in_their_order() {
    let (office, receiver) = (Office::new(), Receiver::answering(&["200 OK"]));
    office.post_to("ALPHA", &receiver.url());
    let sent: Vec<String> = (0..20).map(|_| office.tell("ALPHA", "shop.test").to_string()).collect();
    let dispatcher = office.dispatcher(couriers(None));
    assert_eq!(office.dispatch(&dispatcher), 20);
    assert_eq!(ids(&receiver.received()), sent);
}

#[test]
fn a_public_server_does_not_knock_at_doors_inside() {
    let (office, receiver) = (Office::new(), Receiver::answering(&["200 OK"]));
    for url in [receiver.url(), receiver.url().replace("127.0.0.1", "localhost")] {
        office.post_to("ALPHA", &url);
        office.tell("ALPHA", "shop.test");
        let parcel = office.run().unwrap().parcels.pop().unwrap();
        for plain in [true, false] {
            let couriers =
                Couriers { url: HttpCourier::new(Reach::Public { plain }), mail: None, forms: Vec::new() };
            let undelivered = couriers.deliver(&parcel).unwrap_err();
            assert_eq!(undelivered.kind, UndeliveredKind::Forbidden, "{undelivered}");
            let why = if plain { "private_addresses" } else { "plain_http" };
            assert!(undelivered.message.contains(why), "{undelivered}");
        }
    }
    assert!(receiver.received().is_empty());
}
