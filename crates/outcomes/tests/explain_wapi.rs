//! Answers of WAPI, of this server and of the service it is modelled on, in both forms.
#![allow(missing_docs, reason = "a test program has no public items")]

use outcomes::explain::{Certainty, Reading, Unrecognised, explain};
use outcomes::{Outcome, Retry, WAPI};

/// The one reading of an answer.
fn read(input: &str) -> Reading {
    let explanation = explain(input).unwrap_or_else(|error| panic!("{input}: {error}"));
    let [reading] = explanation.readings.as_slice() else { panic!("{input}: not one reading") };
    assert_eq!((reading.protocol, explanation.left_out), (Some("wapi"), 0), "{input}");
    reading.clone()
}

/// The same answer in JSON and in XML; the command and the reason may be empty.
fn answers(code: u32, result: &str, command: &str, reason: &str) -> [String; 2] {
    let mut json = serde_json::json!({ "code": code, "result": result, "timestamp": 1_791_000_000, "svTRID": "1.2.3.4" });
    let mut xml = format!("<code>{code}</code><result>{result}</result><timestamp>1791000000</timestamp>");
    for (name, value) in
        [("command", command), ("reason", reason)].into_iter().filter(|(_, value)| !value.is_empty())
    {
        json[name] = value.into();
        xml.push_str(&format!("<{name}>{value}</{name}>"));
    }
    [serde_json::json!({ "response": json }).to_string(), format!("<response>{xml}</response>")]
}

fn named(reading: &Reading) -> Vec<Outcome> {
    reading.outcomes.iter().map(|candidate| candidate.outcome).collect()
}

#[test]
fn every_code_is_explained_as_a_number() {
    for code in WAPI.codes {
        for input in [format!("wapi {}", code.number), format!("WAPI: {}", code.number)] {
            let reading = read(&input);
            assert_eq!((reading.message, reading.meaning), (Some(code.message), code.meaning));
        }
        let any = explain(&code.number.to_string()).unwrap();
        assert!(any.readings.iter().any(|reading| reading.protocol == Some("wapi")), "{code}");
    }
}

#[test]
fn every_code_is_explained_in_a_whole_answer() {
    for code in WAPI.codes {
        for input in answers(code.number, code.message, "ping", "") {
            let reading = read(&input);
            assert_eq!((reading.message, reading.remedy), (Some(code.message), code.remedy), "{input}");
            assert!(reading.said.is_empty(), "{input}");
        }
    }
}

#[test]
fn the_meaning_of_a_code_is_more_than_its_text() {
    for code in WAPI.codes {
        assert!(code.meaning.len() > 25 && code.meaning.ends_with('.'), "{code}: {}", code.meaning);
        assert!(code.remedy.len() > 10 && code.remedy.ends_with('.'), "{code}: {}", code.remedy);
        assert_ne!(code.meaning.trim_end_matches('.'), code.message, "{code}");
        assert_eq!(code.is_success, code.number < 2000, "{code}");
    }
}

#[test]
fn the_reason_leads_to_the_outcome_and_its_values() {
    for input in
        [include_str!("answers/wapi_domain_taken.json"), include_str!("answers/wapi_domain_taken.xml")]
    {
        let reading = read(input);
        let [candidate] = reading.outcomes.as_slice() else { panic!("{input}") };
        assert_eq!((candidate.outcome, candidate.certainty), (Outcome::DomainTaken, Certainty::Exact));
        assert_eq!(candidate.parameters, [("value".to_owned(), "example.test".to_owned())]);
        assert_eq!(reading.remedy, Outcome::DomainTaken.remedy());
    }
}

#[test]
fn several_reasons_are_told_apart_even_those_of_other_codes() {
    let reasons =
        "a.test is registered already; the registry of this zone cannot be reached; nothing was changed";
    for input in answers(3201, "Domain is registered", "domain-check", reasons) {
        let reading = read(&input);
        assert!(reading.is_exact());
        assert_eq!(named(&reading), [Outcome::DomainTaken, Outcome::RegistryUnavailable], "{input}");
        assert_eq!(reading.said, [reasons]);
    }
}

#[test]
fn the_command_leaves_out_what_it_says_with_another_code() {
    let all = answers(4000, "Internal error", "", "").map(|input| named(&read(&input)));
    let check = answers(4000, "Internal error", "domain-check", "").map(|input| named(&read(&input)));
    for (all, check) in all.iter().zip(&check) {
        assert!(all.contains(&Outcome::RegistryTimedOut) && all.contains(&Outcome::InternalFault));
        assert!(!check.contains(&Outcome::RegistryTimedOut) && check.contains(&Outcome::InternalFault));
    }
    assert_eq!(all[0], all[1]);
    for unknown in ["system-notify", "no-such-command"] {
        assert_eq!(named(&read(&answers(4000, "Internal error", unknown, "")[0])), all[0]);
    }
}

#[test]
fn a_text_of_the_service_that_says_more_is_shown_and_its_log_line_does_not_matter() {
    let reading = read(include_str!("answers/wapi_foreign.json"));
    assert_eq!(reading.code.as_deref(), Some("2051"));
    assert_eq!(reading.said, ["Access not allowed from this IP address (192.0.2.7)"]);
    assert_eq!(named(&reading), [Outcome::AddressNotPermitted]);
    assert!(!reading.is_exact());
}

#[test]
fn short_dashes_in_a_text_are_the_long_ones_of_the_manual() {
    for result in ["Invalid request - invalid format: dns", "Invalid request — invalid format: dns"] {
        for input in answers(2210, result, "domain-create", "") {
            assert!(read(&input).said.is_empty(), "{input}");
        }
    }
    let behind = "Invalid request - invalid format: dns: cz is the zone cz itself";
    for input in answers(2210, behind, "domain-create", "") {
        let mut outcomes = named(&read(&input));
        outcomes.dedup();
        assert_eq!(outcomes, [Outcome::HostNameIsZone]);
    }
}

#[test]
fn a_notification_in_the_queue_is_a_second_result() {
    let explanation = explain(include_str!("answers/wapi_notification.json")).unwrap();
    let codes: Vec<_> = explanation.readings.iter().filter_map(|reading| reading.code.as_deref()).collect();
    assert_eq!(codes, ["1000", "4207"]);
    assert_eq!(explanation.readings[1].retry, Some(Retry::Later));
}

#[test]
fn a_notification_by_itself_is_an_answer_too() {
    let [json, xml] = answers(1200, "Domain transferred out", "system-notify", "")
        .map(|answer| answer.replace("response", "notify"));
    for input in [json, xml] {
        assert_eq!(named(&read(&input)), [Outcome::DomainTransferredAway], "{input}");
    }
}

#[test]
fn a_code_that_only_single_pages_name_is_known_too() {
    let unlisted =
        [2264, 2265, 2266, 2267, 2269, 2272, 2273, 3004, 3005, 3218, 3258, 3259, 3260, 3262, 3263, 3264];
    for code in unlisted {
        let bare = read(&format!("wapi {code}"));
        assert!(
            (bare.message, bare.retry.is_some()) == (None, true) && !bare.meaning.starts_with("A code of"),
            "{code}"
        );
        for input in answers(code, "Some text", "domain-renew", "") {
            let reading = read(&input);
            assert_eq!((reading.meaning, reading.said), (bare.meaning, vec!["Some text".to_owned()]));
        }
    }
}

#[test]
fn a_code_that_no_page_names_is_read_by_its_first_digit() {
    for (code, retry) in
        [(1999, Some(Retry::Never)), (2999, Some(Retry::AfterFix)), (4999, Some(Retry::Later)), (9999, None)]
    {
        for input in answers(code, "Some text", "ping", "") {
            let reading = read(&input);
            assert_eq!((reading.message, reading.retry), (None, retry), "{input}");
            assert!(reading.outcomes.is_empty());
        }
        assert!(matches!(explain(&format!("wapi {code}")), Err(Unrecognised::Code { .. })));
    }
}

#[test]
fn what_json_and_xml_write_differently_is_the_same() {
    let inputs = [
        r#"{"response":{"code":"3201","result":"Domain is registered"}}"#,
        "{\n  \"response\" : { \"code\" : 3201, \"result\": \"Domain is registered\", \"clTRID\": null }\n}",
        r#"{"response":{"code":3201,"result":"Domain is registered","data":[]}} trailing {words}"#,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<response>\n  <code> 3201 </code>\n  <result>Domain is registered</result>\n</response>",
        "thread {main} <response><code>3201</code><result>Domain is <![CDATA[registered]]></result></response>",
    ];
    for input in inputs {
        let reading = read(input);
        assert_eq!(reading.code.as_deref(), Some("3201"), "{input}");
        assert!(reading.said.is_empty(), "{input}");
    }
}

type Expected = fn(&Unrecognised) -> bool;

#[test]
fn what_is_no_answer_says_so() {
    let cases: [(&str, Expected); 9] = [
        (r#"{"request":{"command":"ping"}}"#, |error| matches!(error, Unrecognised::NotAnAnswer { .. })),
        ("<request><command>ping</command></request>", |error| {
            matches!(error, Unrecognised::NotAnAnswer { .. })
        }),
        (r#"{"response":{"result":"OK"}}"#, |error| matches!(error, Unrecognised::NotAnAnswer { .. })),
        (r#"{"response":"OK"}"#, |error| matches!(error, Unrecognised::NotAnAnswer { .. })),
        ("<response><result>OK</result></response>", |error| {
            matches!(error, Unrecognised::NotAnAnswer { .. })
        }),
        (r#"{"status":"ok"}"#, |error| matches!(error, Unrecognised::Document { root } if root == "status")),
        (r#"{"response":{"code":1000,"#, |error| {
            matches!(error, Unrecognised::Malformed { form: "JSON", .. })
        }),
        ("{}", |error| matches!(error, Unrecognised::Neither { .. })),
        ("[1000]x", |error| matches!(error, Unrecognised::Neither { .. } | Unrecognised::Protocol { .. })),
    ];
    for (input, expected) in cases {
        let error = explain(input).unwrap_err();
        assert!(expected(&error), "{input}: {error:?}");
    }
}
