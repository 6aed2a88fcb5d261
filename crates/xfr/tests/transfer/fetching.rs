//! What a primary is asked, and what is made of its answers.

use engine::model::{DnsRecord, Serial};
use engine::ports::{AxfrAnswer, AxfrSource};

use crate::office::{fetch, primaries, request, wanting};
use crate::primary::Primary;

fn zone(answer: AxfrAnswer) -> Vec<DnsRecord> {
    match answer {
        AxfrAnswer::Zone(records) => records,
        AxfrAnswer::Current => panic!("a zone was expected"),
    }
}

#[test]
fn a_zone_comes_whole_in_many_messages() {
    let primary = Primary::with_zone("shop.test", 7, 1_000);
    let records = zone(fetch(&primary).unwrap());
    assert_eq!((records.len(), primary.heard()), (1_005, [0, 1]));
    assert_eq!((records[0].kind, records[0].serial()), (DnsRecord::SOA, Some(Serial(7))));
    let named = |text: &str| -> Vec<&DnsRecord> {
        records.iter().filter(|record| record.name.as_str() == text).collect()
    };
    assert_eq!(named("").len(), 3);
    let [mail] = named("mail")[..] else { panic!("one record") };
    assert_eq!((mail.kind, mail.ttl, &*mail.rdata), (1, 120, &[192, 0, 2, 1][..]));
    let [text] = named("t999")[..] else { panic!("one record") };
    assert_eq!((text.kind, &*text.rdata), (16, &b"\x08text 999"[..]));
}

#[test]
fn names_in_data_come_whole_and_odd_labels_in_the_form_of_a_zone_file() {
    let records = zone(fetch(&Primary::with_zone("shop.test", 7, 0)).unwrap());
    let mx = records.iter().find(|record| record.kind == 15).unwrap();
    assert!(mx.rdata.eq_ignore_ascii_case(b"\x00\x0a\x04mail\x04shop\x04test\x00"));
    let odd = records.iter().find(|record| record.rdata.ends_with(&[0, 2, 2])).unwrap();
    assert_eq!(odd.name.as_str(), "odd\\.label\\ ");
    let outside =
        |record: &DnsRecord| record.rdata.ends_with(&[0, 2, 3]) || record.rdata.ends_with(&[0, 2, 4]);
    assert!(!records.iter().any(outside), "what lies outside the zone is left out");
}

#[test]
fn only_a_later_version_is_wanted() {
    let primary = Primary::with_zone("shop.test", 7, 1);
    for known in [7, 8, 7 + (1 << 30)] {
        let answer = primaries().fetch(&wanting(&primary, Serial(known))).unwrap();
        assert_eq!(answer, AxfrAnswer::Current, "{known}");
    }
    assert_eq!(primary.heard(), [3, 0]);
    for known in [6, u32::MAX] {
        let answer = primaries().fetch(&wanting(&primary, Serial(known))).unwrap();
        assert_eq!(zone(answer).len(), 6, "{known}: serials go round");
    }
    assert_eq!(primary.heard(), [5, 2]);
    assert!(primaries().fetch(&request(&primary)).is_ok());
    assert_eq!(primary.heard(), [5, 3], "who has nothing asks for everything");
}
