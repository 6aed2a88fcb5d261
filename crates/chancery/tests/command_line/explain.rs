//! `chancery explain`.

use serde_json::Value;

use crate::process::{run, run_with};

const ANSWER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
    <epp xmlns=\"urn:ietf:params:xml:ns:epp-1.0\"><response><result code=\"2302\"><msg>Object exists</msg></result>\
    <trID><svTRID>1</svTRID></trID></response></epp>";

#[test]
fn a_code_is_explained_however_it_is_given() {
    for arguments in [&["explain", "2302"][..], &["explain", "epp", "2302"], &["explain", "epp 2302"]] {
        let text = run(arguments).ok();
        assert!(
            text.contains("2302 Object exists") && text.contains("retry") && text.contains("remedy"),
            "{text}"
        );
    }
}

#[test]
fn an_answer_is_read_from_an_argument_or_standard_input() {
    let from_argument = run(&["explain", ANSWER]).ok();
    assert!(from_argument.contains("2302 Object exists"), "{from_argument}");
    assert_eq!(run_with(&["explain", "-"], ANSWER).ok(), from_argument);
    assert_eq!(run_with(&["explain"], ANSWER).ok(), from_argument);
}

const WAPI_ANSWER: &str = r#"{"response":{"code":3201,"result":"Domain is registered","timestamp":1791000000,
    "svTRID":"1791000000.0421.977.1","command":"domain-create","reason":"a.test is registered already"}}"#;
const WAPI_ANSWER_IN_XML: &str = "<response><code>3201</code><result>Domain is registered</result>\
    <command>domain-create</command><reason>a.test is registered already</reason></response>";

#[test]
fn an_answer_of_wapi_is_read_in_either_form() {
    let from_json = run_with(&["explain", "-"], WAPI_ANSWER).ok();
    assert!(from_json.starts_with("WAPI 3201 Domain is registered\n"), "{from_json}");
    assert!(from_json.contains("domain_taken") && from_json.contains("value = a.test"), "{from_json}");
    assert_eq!(run_with(&["explain", "-"], WAPI_ANSWER_IN_XML).ok(), from_json);
    assert!(run(&["explain", "wapi", "2203"]).ok().contains("2203 Invalid period"));
}

#[test]
fn programs_get_json() {
    let text = run_with(&["explain", "--json"], ANSWER).ok();
    let explained: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(explained["readings"][0]["protocol"], "epp");
    assert_eq!(explained["readings"][0]["code"], "2302");
    assert!(!explained["readings"][0]["outcomes"].as_array().unwrap().is_empty());
}

#[test]
fn what_cannot_be_explained_is_exit_code_1_and_says_what_can() {
    for input in ["9999", "epp 9999", "<html></html>", "what?", ""] {
        let error = run_with(&["explain", "-"], input).failed(1);
        assert!(error.contains("accepted are a code"), "{input:?}: {error}");
    }
    let long = "x".repeat(5 << 20);
    assert!(run_with(&["explain", "-"], &long).failed(1).starts_with("chancery: "));
}
