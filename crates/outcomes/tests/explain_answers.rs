//! Whole answers, of this server and of others, and what is said about them.
#![allow(missing_docs, reason = "a test program has no public items")]

use outcomes::explain::{Certainty, Explanation, Unrecognised, explain};
use outcomes::{Outcome, Retry};

fn codes(explanation: &Explanation) -> Vec<&str> {
    explanation.readings.iter().filter_map(|reading| reading.code.as_deref()).collect()
}

#[test]
fn a_code_is_known_however_it_is_written() {
    for input in ["epp 2302", " epp 2302\n", "EPP:2302", "Epp/2302", "epp-2302"] {
        let explanation = explain(input).unwrap();
        assert_eq!(codes(&explanation), ["2302"], "{input}");
        let reading = &explanation.readings[0];
        assert_eq!(reading.message, Some("Object exists"));
        assert!(reading.outcomes.iter().any(|candidate| candidate.outcome == Outcome::DomainTaken));
        assert!(!reading.is_exact());
    }
}

#[test]
fn a_code_of_several_protocols_is_explained_for_each() {
    for input in ["2302", " 2302\n"] {
        let protocols: Vec<_> =
            explain(input).unwrap().readings.iter().map(|reading| reading.protocol).collect();
        assert_eq!(protocols, [Some("nominet"), Some("epp"), Some("wapi")]);
    }
}

#[test]
fn an_outcome_is_known_by_name_with_all_that_protocols_say_of_it() {
    let explanation = explain("login_required").unwrap();
    let reading = &explanation.readings[0];
    assert!(reading.is_exact());
    assert_eq!(reading.protocol, None);
    assert_eq!(reading.outcomes[0].sayings[0].code, "2002");
    assert_eq!(reading.retry, Some(Retry::AfterFix));
}

#[test]
fn an_answer_of_this_server_leads_to_the_outcome_and_its_values() {
    let explanation = explain(include_str!("answers/domain_taken.xml")).unwrap();
    let reading = &explanation.readings[0];
    let candidate = &reading.outcomes[0];
    assert_eq!((candidate.outcome, candidate.certainty), (Outcome::DomainTaken, Certainty::Exact));
    assert_eq!(candidate.parameters, [("value".to_owned(), "example.test".to_owned())]);
    assert_eq!(reading.remedy, Outcome::DomainTaken.remedy());
}

#[test]
fn prefixes_and_line_marks_do_not_matter() {
    let explanation = explain(include_str!("answers/prefixed_with_line_marks.txt")).unwrap();
    assert_eq!(codes(&explanation), ["2002"]);
    assert_eq!(explanation.readings[0].outcomes[0].outcome, Outcome::LoginRequired);
    assert!(explanation.readings[0].is_exact());
}

#[test]
fn every_result_is_explained_by_itself() {
    let explanation = explain(include_str!("answers/two_results.xml")).unwrap();
    assert_eq!(codes(&explanation), ["2005", "2003"]);
    let first: Vec<Outcome> =
        explanation.readings.iter().map(|reading| reading.outcomes[0].outcome).collect();
    assert_eq!(first, [Outcome::PhoneMalformed, Outcome::MessageIdMissing]);
    assert!(explanation.readings[0].is_exact());
}

#[test]
fn another_servers_words_put_the_likeliest_outcome_first() {
    let explanation = explain(include_str!("answers/foreign_text.xml")).unwrap();
    let reading = &explanation.readings[0];
    assert!(!reading.is_exact());
    assert_eq!(reading.said, ["Nameserver ns1.example.test is in use: domains are delegated to this host"]);
    assert_eq!(reading.outcomes[0].outcome, Outcome::HostLinked);
    assert!(reading.outcomes.len() > 1);
    assert_eq!(reading.retry, Some(Retry::AfterFix));
}

#[test]
fn a_reason_behind_the_message_is_found_too() {
    let explanation = explain(
        "<epp><response><result code='2302'><msg>Object exists: a.test is registered already</msg></result>\
         </response></epp>",
    )
    .unwrap();
    assert_eq!(explanation.readings[0].outcomes[0].outcome, Outcome::DomainTaken);
    assert!(explanation.readings[0].is_exact());
}

#[test]
fn a_code_of_another_servers_own_is_read_by_its_digits() {
    let explanation =
        explain("<epp><response><result code='2399'><msg>Quota</msg></result></response></epp>").unwrap();
    let reading = &explanation.readings[0];
    assert_eq!((reading.message, reading.retry), (None, Some(Retry::AfterFix)));
    assert!(reading.meaning.contains("data"), "{}", reading.meaning);
    assert!(reading.outcomes.is_empty());
}

#[test]
fn an_answer_inside_a_log_line_is_found() {
    let explanation =
        explain("12:00:01 <- <epp><response><result code='1000'><msg/></result></response></epp> (3 ms)")
            .unwrap();
    assert_eq!(codes(&explanation), ["1000"]);
}

#[test]
fn text_and_json_say_the_same() {
    let explanation = explain(include_str!("answers/domain_taken.xml")).unwrap();
    let (text, json) = (explanation.to_text(), explanation.to_json());
    assert!(text.starts_with("EPP 2302 Object exists\n"), "{text}");
    for word in ["domain_taken", "value = example.test", Outcome::DomainTaken.remedy()] {
        assert!(text.contains(word), "{text}");
    }
    let reading = &json["readings"][0];
    assert_eq!(reading["outcomes"][0]["outcome"], "domain_taken");
    assert_eq!(reading["outcomes"][0]["parameters"]["value"], "example.test");
    assert_eq!(reading["retry"], Outcome::DomainTaken.retry().name());
}

type Expected = fn(&Unrecognised) -> bool;

#[test]
fn what_cannot_be_explained_says_what_can() {
    let not_xml = "<epp><response><result code='2302'></epp>".to_owned();
    let cases: [(String, Expected); 9] = [
        (String::new(), |error| matches!(error, Unrecognised::Neither { .. })),
        ("some words of no meaning".to_owned(), |error| matches!(error, Unrecognised::Neither { .. })),
        ("2999".to_owned(), |error| matches!(error, Unrecognised::Code { .. })),
        ("99999999999999999999".to_owned(), |error| matches!(error, Unrecognised::Code { .. })),
        ("gopher 2302".to_owned(), |error| matches!(error, Unrecognised::Protocol { .. })),
        (not_xml, |error| matches!(error, Unrecognised::Malformed { .. })),
        ("<html><body/></html>".to_owned(), |error| matches!(error, Unrecognised::Document { .. })),
        ("<epp><hello/></epp>".to_owned(), |error| matches!(error, Unrecognised::NotAnAnswer { .. })),
        ("x".repeat(300_000), |error| matches!(error, Unrecognised::TooLong { .. })),
    ];
    for (input, expected) in cases {
        let error = explain(&input).unwrap_err();
        assert!(expected(&error), "{error:?}");
        assert!(error.to_string().contains("accepted are a code"), "{error}");
    }
}

#[test]
fn warnings_of_nominet_are_told_from_what_else_stands_beside_an_answer() {
    let answer = r#"<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><response>
        <result code="1000"><msg>Command completed successfully</msg></result><extension>
        <e:chkData xmlns:e="http://www.nominet.org.uk/epp/xml/domain-nom-ext-1.2" abuse-limit="49999"/>
        <w:truncated-field xmlns:w="http://www.nominet.org.uk/epp/xml/std-warning-1.1" field-name="contact:upID">Full
        entry is 'domains@isp.example'.</w:truncated-field></extension>
        <trID><svTRID>1</svTRID></trID></response></epp>"#;
    let explanation = explain(answer).unwrap();
    assert_eq!(codes(&explanation), ["1000", "1000"], "the answer, and one warning");
    let candidate = &explanation.readings[1].outcomes[0];
    assert_eq!((candidate.outcome, candidate.certainty), (Outcome::FieldTruncated, Certainty::Exact));
    assert_eq!(candidate.parameters, [("entry".to_owned(), "domains@isp.example".to_owned())]);
}
