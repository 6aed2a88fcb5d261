//! What a client is shown leads back to the outcome it was made from.
#![allow(missing_docs, reason = "a test program has no public items")]

use outcomes::explain::explain;
use outcomes::{EPP, Row, text};

/// Values that hold a space, a brace and what XML must escape, so that nothing works by luck.
fn sample(name: &str) -> Option<&'static str> {
    Some(match name {
        "value" => "some <strange> & {odd} value",
        "field" => "new host name",
        "line" | "column" | "limit" | "count" | "seconds" => "17",
        _ => "x-y",
    })
}

fn answer(row: &Row) -> String {
    let reason = text::fill(row.outcome.text(), sample);
    let reason = reason.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "<epp xmlns=\"urn:ietf:params:xml:ns:epp-1.0\"><response><result code=\"{}\"><msg>{}</msg>\
         <extValue><value><undef/></value><reason>{reason}</reason></extValue></result>\
         <trID><svTRID>1</svTRID></trID></response></epp>",
        row.code.number, row.code.message
    )
}

#[test]
fn every_row_is_recognised_from_its_own_answer() {
    for row in EPP.rows.iter().filter(|row| row.unsaid.is_none()) {
        let explanation = explain(&answer(row)).unwrap();
        let [reading] = explanation.readings.as_slice() else { panic!("{row:?}: not one reading") };
        let [candidate] = reading.outcomes.as_slice() else {
            panic!("{row:?}: {:?}", reading.outcomes.iter().map(|c| c.outcome.name()).collect::<Vec<_>>())
        };
        assert!(reading.is_exact(), "{row:?}");
        assert_eq!(candidate.outcome, row.outcome, "{row:?}");
        assert_eq!(reading.retry, Some(row.outcome.retry()), "{row:?}");
        for (name, value) in &candidate.parameters {
            assert_eq!(Some(value.as_str()), sample(name), "{row:?}: {name}");
        }
    }
}
