//! Answers of Enom in text and XML, of this server and as the service writes them.
#![allow(missing_docs, reason = "a test program has no public items")]

use outcomes::explain::{Reading, explain};
use outcomes::{ENOM, Outcome};

/// What an answer is read as, result by result.
fn read(input: &str) -> Vec<Reading> {
    let explanation = explain(input).unwrap_or_else(|error| panic!("{input}: {error}"));
    assert!(explanation.readings.iter().all(|reading| reading.protocol == Some("enom")), "{input}");
    explanation.readings
}

/// A whole answer with these lines and numbers, in both forms.
fn answers(lines: &[&str], codes: &[(u32, &str)]) -> [String; 2] {
    let (mut text, mut errors) =
        (String::from(";URL Interface\r\n;Machine is N\r\nCommand=X\r\n"), String::new());
    text += &format!("ErrCount={}\r\n", lines.len());
    for (line, place) in lines.iter().zip(1..) {
        text += &format!("Err{place}={line}\r\n");
        errors += &format!("<Err{place}>{line}</Err{place}>");
    }
    let mut responses = String::new();
    text += &format!("ResponseCount={}\r\n", codes.len());
    for ((number, string), place) in codes.iter().zip(1..) {
        text += &format!("ResponseNumber{place}={number}\r\nResponseString{place}={string}\r\n");
        responses += &format!(
            "<response><ResponseNumber>{number}</ResponseNumber><ResponseString>{string}</ResponseString></response>"
        );
    }
    text += "Done=true\r\n";
    let xml = format!(
        "<?xml version=\"1.0\"?><interface-response><Command>X</Command><ErrCount>{}</ErrCount><errors>{errors}</errors>\
         <ResponseCount>{}</ResponseCount><responses>{responses}</responses><Done>true</Done></interface-response>",
        lines.len(),
        codes.len()
    );
    [text, xml]
}

#[test]
fn every_number_is_explained_in_a_whole_answer() {
    for code in ENOM.codes.iter().filter(|code| !code.is_success) {
        for input in answers(&["Something went wrong."], &[(code.number, code.message)]) {
            let readings = read(&input);
            assert_eq!(readings.len(), 1, "{input}");
            assert_eq!(
                (readings[0].message, readings[0].meaning),
                (Some(code.message), code.meaning),
                "{input}"
            );
        }
    }
}

#[test]
fn published_answers_lead_to_their_causes() {
    let cases: &[(&[&str], &[(u32, &str)], Outcome)] = &[
        (
            &["Bad User name or Password"],
            &[(304_155, "Validation error; invalid ; loginid")],
            Outcome::AuthenticationFailed,
        ),
        (
            &[
                "Invalid Registrant information.",
                "Parameter value range error - 7037 - Invalid telephone number format.",
            ],
            &[(304_145, "Validation error; invalid ; registrant contact")],
            Outcome::PhoneMalformed,
        ),
        (
            &[
                "User not permitted from this IP address - 192.0.2.7. See Whitelisting your IP for the live environment for details",
            ],
            &[(713_254, "Policy error; unauthorized; user(s)")],
            Outcome::AddressNotPermitted,
        ),
        (
            &["500 - Unable to parse CSR.", "Unable to retrieve CSR information"],
            &[
                (620_397, "System error; failed to send;"),
                (304_224, "Validation error; invalid ; information"),
            ],
            Outcome::CsrMalformed,
        ),
        (
            &["Domain name not active"],
            &[(316_154, "Validation error; not active; domain name(s)")],
            Outcome::DomainNotActive,
        ),
        (
            &["Passwords do not match"],
            &[(304_156, "Validation error; invalid ; password")],
            Outcome::AuthinfoWrong,
        ),
    ];
    for (lines, codes, expected) in cases {
        for input in answers(lines, codes) {
            let readings = read(&input);
            assert_eq!(readings.len(), codes.len(), "{input}");
            let found = &readings[0].outcomes;
            assert!(found.iter().any(|candidate| candidate.outcome == *expected), "{input}: {found:?}");
        }
    }
}

/// The seed tells of this one without a number.
#[test]
fn an_answer_without_a_number_is_explained_by_its_string() {
    let text = "Err1=Failed executing CERTPARSECSR\r\nResponseString=System error; unknown; unknown\r\n";
    let readings = read(text);
    assert_eq!(readings[0].code.as_deref(), Some("699999"));
    let outcomes: Vec<_> = readings[0].outcomes.iter().map(|candidate| candidate.outcome).collect();
    assert!(outcomes.contains(&Outcome::CsrParserUnavailable), "{outcomes:?}");
}

#[test]
fn a_success_is_told_from_a_failure() {
    let [text, xml] = answers(&[], &[]);
    for input in [text, xml] {
        assert_eq!(read(&input)[0].code.as_deref(), Some("100000"), "{input}");
    }
    let [text, _] = answers(&["Odd"], &[(399_999, "Validation error; unknown; unknown")]);
    assert!(read(&text)[0].meaning.contains("validation"));
}
