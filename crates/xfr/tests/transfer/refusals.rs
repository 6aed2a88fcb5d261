//! Primaries that say no, or what makes no sense.

use std::io::Write;
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use domain::base::Message;
use domain::base::iana::Rcode;
use engine::model::Serial;
use engine::ports::AxfrSource;
use xfr::{Limits, Reach};

use crate::office::{fetch, primaries_with, request, wanting};
use crate::primary::{Primary, answer, records, refuse, start};

#[track_caller]
fn fails(primary: &Primary, part: &str) {
    let failed = fetch(primary).unwrap_err();
    assert!(failed.message.contains(part), "{failed}");
}

#[test]
fn a_primary_that_refuses_is_quoted() {
    let primary = Primary::scripted(|question, stream| refuse(question, stream, Rcode::REFUSED));
    fails(&primary, "REFUSED");
    let failed = primaries_with(Reach::Anywhere, Limits::default()).fetch(&wanting(&primary, Serial(1)));
    assert!(failed.unwrap_err().message.contains("REFUSED"));
    assert_eq!(primary.heard(), [1, 1]);
}

#[test]
fn a_primary_without_the_zone_has_no_version() {
    let primary = Primary::scripted(|question, stream| answer(question, stream, &[start("other.test", 7)]));
    let failed = primaries_with(Reach::Anywhere, Limits::default()).fetch(&wanting(&primary, Serial(1)));
    assert!(failed.unwrap_err().message.contains("does not have the zone"));
}

#[test]
fn an_answer_to_another_question_is_none() {
    let primary = Primary::scripted(|question, stream| {
        let mut other = question.as_slice().to_vec();
        other[1] = other[1].wrapping_add(1);
        answer(&Message::from_octets(other).unwrap(), stream, &records("shop.test", 7, 1));
    });
    fails(&primary, "not asked");
    let echo = Primary::scripted(|question, stream| {
        let length = u16::try_from(question.as_slice().len()).unwrap();
        stream.write_all(&[&length.to_be_bytes(), question.as_slice()].concat()).unwrap();
    });
    fails(&echo, "not asked");
}

#[test]
fn rubbish_is_no_message() {
    for rubbish in [&[0, 0][..], &[0, 3, 1, 2, 3], b"\x00\x20HTTP/1.1 400 Bad Request\r\n\r\n1234567890"] {
        let primary = Primary::scripted(move |_, stream| stream.write_all(rubbish).unwrap());
        assert!(fetch(&primary).is_err(), "{rubbish:?}");
    }
    let cut = Primary::scripted(|question, stream| {
        let mut message = question.as_slice().to_vec();
        // An answer that says it has a record and has none.
        (message[2], message[7]) = (0x84, 1);
        let length = u16::try_from(message.len()).unwrap();
        stream.write_all(&[&length.to_be_bytes(), &*message].concat()).unwrap();
    });
    fails(&cut, "no message of the DNS");
}

#[test]
fn a_zone_without_beginning_or_end_is_none() {
    let primary = Primary::scripted(|question, stream| {
        answer(question, stream, &records("shop.test", 7, 1)[1..]);
    });
    fails(&primary, "start of its authority");
    let cut = Primary::scripted(|question, stream| {
        let records = records("shop.test", 7, 1);
        answer(question, stream, &records[..records.len() - 1]);
        stream.shutdown(std::net::Shutdown::Both).unwrap();
    });
    fails(&cut, "in the midst of it");
}

#[test]
fn neither_size_nor_time_is_without_bound() {
    let limits = Limits { bytes: 10_000, ..Limits::default() };
    let large = primaries_with(Reach::Anywhere, limits)
        .fetch(&request(&Primary::with_zone("shop.test", 7, 1_000)))
        .unwrap_err();
    assert!(large.message.contains("larger than 10000 bytes"), "{large}");

    let limits = Limits { silence: Duration::from_millis(100), ..Limits::default() };
    let silent = primaries_with(Reach::Anywhere, limits).fetch(&request(&Primary::scripted(|_, _| {})));
    assert!(silent.unwrap_err().message.contains("silent"));

    let drip = Primary::scripted(|_, stream| {
        while stream.write_all(&[0]).is_ok() {
            thread::sleep(Duration::from_millis(20));
        }
    });
    let limits = Limits { whole: Duration::from_millis(300), ..Limits::default() };
    // Every other byte that drips ends a message of no length, so this ends one way or the other, but soon.
    assert!(primaries_with(Reach::Anywhere, limits).fetch(&request(&drip)).is_err());
    let slow = Primary::scripted(|question, stream| {
        for record in records("shop.test", 7, 1_000) {
            answer(question, stream, &[record]);
            thread::sleep(Duration::from_millis(20));
        }
    });
    let slow = primaries_with(Reach::Anywhere, limits).fetch(&request(&slow)).unwrap_err();
    assert!(slow.message.contains("too long") || slow.message.contains("silent"), "{slow}");
}

#[test]
fn nobody_is_asked_at_a_private_address_unless_that_is_wanted() {
    let primary = Primary::with_zone("shop.test", 7, 1);
    let failed = primaries_with(Reach::Public, Limits::default()).fetch(&request(&primary)).unwrap_err();
    assert!(failed.message.contains("no public address"), "{failed}");
    assert_eq!(primary.heard(), [0, 0]);
}

#[test]
fn a_primary_that_is_away_cannot_be_reached() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut primary = Primary::with_zone("shop.test", 7, 1);
    primary.address = listener.local_addr().unwrap();
    drop(listener);
    fails(&primary, "cannot be reached");
}
