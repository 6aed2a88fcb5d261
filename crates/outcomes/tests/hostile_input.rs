//! Nothing that is handed in may panic, cost much or steer a terminal.
#![allow(missing_docs, reason = "a test program has no public items")]

use outcomes::explain::{Unrecognised, explain};
use proptest::prelude::{Strategy, any, prop_assert, prop_oneof, proptest};

/// Pieces of answers in any order: nearer to the parser's edges than random letters are.
fn shuffled_answer() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "<epp>",
            "</epp>",
            "<response>",
            "</response>",
            "<result code='2302'>",
            "<result code='",
            "'>",
            "</result>",
            "<msg>",
            "</msg>",
            "<extValue>",
            "</extValue>",
            "<value>",
            "</value>",
            "<reason>",
            "</reason>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "&amp;",
            "&#0;",
            "xmlns:a='b'",
            "<a:b/>",
            "S:",
            "\n",
            " is registered already",
            "{value}",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Pieces of answers in JSON, in any order.
fn shuffled_json() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "null",
            "1e999",
            "-",
            "3201",
            "\"response\":",
            "\"notify\":",
            "\"code\":",
            "\"result\":",
            "\"reason\":",
            "\"command\":",
            "\"data\":",
            "{\"response\":{\"code\":",
            "\"domain-create\"",
            " is registered already",
            "; ",
            "<response>",
            "<code>",
            "</code>",
            "</response>",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Lines of answers, in any order.
fn shuffled_lines() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "[RESPONSE]",
            "S:",
            "code = 554",
            "CODE=554",
            "description",
            " = ",
            "Domain already registered",
            "; ",
            " is registered already",
            "554 Domain already registered",
            "property[a][0] = b",
            "\r\n",
            "\n",
            ".",
            "EOF",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| format!("[RESPONSE]\n{}", pieces.concat()))
}

fn answer_saying(message: &str) -> String {
    let escaped = message.replace('&', "&amp;").replace('<', "&lt;");
    format!("<epp><response><result code='2306'><msg>{escaped}</msg></result></response></epp>")
}

proptest! {
    #[test]
    fn anything_is_survived(input in any::<String>()) {
        let _ = explain(&input).map(|explanation| (explanation.to_text(), explanation.to_json()));
    }

    #[test]
    fn shuffled_answers_are_survived(input in shuffled_answer()) {
        let _ = explain(&input).map(|explanation| (explanation.to_text(), explanation.to_json()));
    }

    #[test]
    fn shuffled_results_are_survived(inner in shuffled_answer()) {
        let input = format!("<epp><response>{inner}</response></epp>");
        let _ = explain(&input).map(|explanation| (explanation.to_text(), explanation.to_json()));
    }

    #[test]
    fn shuffled_json_is_survived(input in shuffled_json()) {
        let _ = explain(&input).map(|explanation| (explanation.to_text(), explanation.to_json()));
    }

    #[test]
    fn shuffled_lines_are_survived(input in shuffled_lines()) {
        let _ = explain(&input).map(|explanation| (explanation.to_text(), explanation.to_json()));
    }

    #[test]
    fn shuffled_reasons_are_survived(reason in "[a-z;: {}]{0,200}") {
        let input = format!(r#"{{"response":{{"code":3201,"reason":"{reason}"}}}}"#);
        let _ = explain(&input).map(|explanation| (explanation.to_text(), explanation.to_json()));
    }

    #[test]
    fn no_control_character_of_json_is_shown(message in "[a-z\u{7f}-\u{9f}\u{202a}-\u{202e} ]{1,60}") {
        let input = serde_json::json!({ "response": { "code": message.as_str(), "result": message.as_str() } });
        let text = explain(&input.to_string()).unwrap().to_text();
        prop_assert!(!text.chars().any(|letter| letter != '\n' && letter.is_control()), "{text:?}");
        prop_assert!(!text.contains('\u{202e}'), "{:?}", text);
    }

    #[test]
    fn no_control_character_is_shown(message in "[a-z\u{7f}-\u{9f}\u{202a}-\u{202e}\t ]{1,60}") {
        let text = explain(&answer_saying(&message)).unwrap().to_text();
        prop_assert!(!text.chars().any(|letter| letter != '\n' && letter.is_control()), "{text:?}");
        prop_assert!(!text.contains('\u{202e}'), "{:?}", text);
    }
}

#[test]
fn documents_that_cost_more_than_their_size_are_refused_before_they_are_read() {
    let attributes: String = (0..20_000).map(|number| format!(" a{number}=''")).collect();
    let hidden: String = (0..5_000).map(|number| format!(" a{number}='>'")).collect();
    let namespaces: String = (0..9_000).map(|number| format!("<a xmlns:n{number}='u'>")).collect();
    for bomb in [format!("<epp{attributes}/>"), format!("<epp{hidden}/>"), format!("{namespaces}</a>")] {
        assert_eq!(explain(&bomb).unwrap_err(), Unrecognised::TooComplex);
    }
}

#[test]
fn deep_nesting_and_entities_are_refused() {
    let deep = "<a>".repeat(80_000);
    let entities = "<!DOCTYPE a [<!ENTITY b 'cc'>]><epp>&b;</epp>";
    for bomb in [deep.as_str(), entities] {
        assert!(matches!(explain(bomb).unwrap_err(), Unrecognised::Malformed { .. }));
    }
}

#[test]
fn deep_nesting_in_json_is_refused_and_wide_lists_are_read_in_time() {
    let deep = r#"{"a":"#.repeat(40_000);
    assert!(matches!(explain(&deep).unwrap_err(), Unrecognised::Malformed { form: "JSON", .. }));
    let wide = format!(r#"{{"response":{{"code":1000,"data":[{}0]}}}}"#, "{},".repeat(80_000));
    let names: String = (0..20_000).map(|number| format!(r#""{number}":1,"#)).collect();
    let many = format!(r#"{{"response":{{{names}"code":1000}}}}"#);
    let joined =
        format!(r#"{{"response":{{"code":3201,"reason":"{}"}}}}"#, "a is registered already; ".repeat(9_000));
    let lines = format!("[RESPONSE]\n{}code = 554\nEOF", "property[a][0] = b\n".repeat(9_000));
    for input in [wide, many, joined, lines] {
        assert_eq!(explain(&input).unwrap().readings.len(), 1);
    }
}

#[test]
fn many_beginnings_of_documents_cost_no_more_than_one() {
    for piece in ["{\"", "{ ", "<a", "< ", "{\"a\":<b"] {
        assert!(explain(&piece.repeat(50_000)).is_err());
    }
}

#[test]
fn many_results_are_explained_up_to_a_limit_and_the_rest_is_counted() {
    let results = "<result code='2306'><msg/></result>".repeat(100);
    let explanation = explain(&format!("<epp><response>{results}</response></epp>")).unwrap();
    assert_eq!(explanation.readings.len() + explanation.left_out, 100);
    assert!(explanation.left_out > 0);
    assert!(explanation.to_text().contains("further results"));
}
