//! What a client is shown leads back to the outcome it was made from.
#![allow(missing_docs, reason = "a test program has no public items")]

use outcomes::explain::explain;
use outcomes::{EPP, Row, Table, WAPI, text};

/// Values that hold a space, a brace and what XML must escape, so that nothing works by luck.
fn sample(name: &str) -> Option<&'static str> {
    Some(match name {
        "value" => "some <strange> & {odd} value",
        "field" => "new host name",
        "line" | "column" | "limit" | "count" | "seconds" => "17",
        _ => "x-y",
    })
}

fn reason(row: &Row) -> String {
    text::fill(row.outcome.text(), sample)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn epp(row: &Row) -> String {
    format!(
        "<epp xmlns=\"urn:ietf:params:xml:ns:epp-1.0\"><response><result code=\"{}\"><msg>{}</msg>\
         <extValue><value><undef/></value><reason>{}</reason></extValue></result>\
         <trID><svTRID>1</svTRID></trID></response></epp>",
        row.code.number,
        row.code.message,
        escaped(&reason(row))
    )
}

fn wapi_xml(row: &Row) -> String {
    format!(
        "<response><code>{}</code><result>{}</result><timestamp>1791000000</timestamp><svTRID>1</svTRID>\
         <command>{}</command><reason>{}</reason></response>",
        row.code.number,
        row.code.message,
        command(row),
        escaped(&reason(row))
    )
}

fn wapi_json(row: &Row) -> String {
    let (code, result, command, reason) = (row.code.number, row.code.message, command(row), reason(row));
    serde_json::json!({ "response": {
        "code": code, "result": result, "timestamp": 1_791_000_000, "svTRID": "1", "command": command, "reason": reason,
    }})
    .to_string()
}

/// A command for the operation of the row, if it is called alike.
fn command(row: &Row) -> String {
    row.operation.map(|operation| operation.name().replace('_', "-")).unwrap_or_default()
}

fn every_row_is_recognised(table: &Table, answer: impl Fn(&Row) -> String) {
    for row in table.rows.iter().filter(|row| row.unsaid.is_none()) {
        let explanation = explain(&answer(row)).unwrap_or_else(|error| panic!("{row:?}: {error}"));
        let [reading] = explanation.readings.as_slice() else { panic!("{row:?}: not one reading") };
        let [candidate] = reading.outcomes.as_slice() else {
            panic!("{row:?}: {:?}", reading.outcomes.iter().map(|c| c.outcome.name()).collect::<Vec<_>>())
        };
        assert!(reading.is_exact(), "{row:?}");
        assert_eq!(reading.protocol, Some(table.name), "{row:?}");
        assert_eq!(candidate.outcome, row.outcome, "{row:?}");
        assert_eq!(reading.retry, Some(row.outcome.retry()), "{row:?}");
        for (name, value) in &candidate.parameters {
            assert_eq!(Some(value.as_str()), sample(name), "{row:?}: {name}");
        }
    }
}

#[test]
fn every_row_of_epp_is_recognised_from_its_own_answer() {
    every_row_is_recognised(EPP, epp);
}

#[test]
fn every_row_of_wapi_is_recognised_from_its_own_answer_in_xml() {
    every_row_is_recognised(WAPI, wapi_xml);
}

#[test]
fn every_row_of_wapi_is_recognised_from_its_own_answer_in_json() {
    every_row_is_recognised(WAPI, wapi_json);
}
