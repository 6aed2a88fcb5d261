//! A DNS zone of many rows is listed in one answer, in either format. What adding a row costs is counted by the store's
//! own tests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

use std::collections::BTreeSet;
use std::thread;

use serde_json::{Value, json};
use testkit::{Launch, Path, WapiClient, WapiFormat};

#[test]
fn a_zone_of_many_rows_is_listed_in_one_answer() {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let client = server.wapi("ALPHA").unwrap();
    assert_eq!(done(&client, "dns-domain-add", &json!({"name": ZONE})), Some(1000));
    thread::scope(|scope| {
        for turn in 0..AT_A_TIME {
            let client = &client;
            scope.spawn(move || (turn..ROWS).step_by(AT_A_TIME).for_each(|number| add(client, number)));
        }
    });
    let wanted: BTreeSet<String> = (0..ROWS).map(name).collect();
    for format in WapiFormat::ALL {
        let listed = client.ask(format, "dns-rows-list", &json!({"domain": ZONE})).unwrap();
        assert_eq!(listed.code(), Some(1000));
        let texts = |place: &str| listed.texts(&Path::parse(place).unwrap());
        let names: BTreeSet<String> = texts("row/name").into_iter().collect();
        assert_eq!(names, wanted);
        assert_eq!(texts("row/ID").into_iter().collect::<BTreeSet<_>>().len(), ROWS);
    }
}

fn add(client: &WapiClient, number: usize) {
    let row = json!({"domain": ZONE, "name": name(number), "type": "TXT", "rdata": "a token"});
    assert_eq!(done(client, "dns-row-add", &row), Some(1000));
}

fn done(client: &WapiClient, command: &str, data: &Value) -> Option<u32> {
    client.ask(WapiFormat::Json, command, data).unwrap().code()
}

fn name(number: usize) -> String {
    format!("row-{number}")
}

const ZONE: &str = "many-rows.test";
/// As many as a zone may have, unless the terms of its account say otherwise.
const ROWS: usize = 10_000;
const AT_A_TIME: usize = 4;
