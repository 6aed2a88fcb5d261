//! Answers of RRPproxy, HEXONET and RRP, of this server and as the services write them.
#![allow(missing_docs, reason = "a test program has no public items")]

use outcomes::explain::{Certainty, Reading, Unrecognised, explain};
use outcomes::{HEXONET, Outcome, RRP, Retry, Table};

/// The one reading of an answer.
fn read(input: &str, protocol: &str) -> Reading {
    let explanation = explain(input).unwrap_or_else(|error| panic!("{input}: {error}"));
    let [reading] = explanation.readings.as_slice() else { panic!("{input}: not one reading") };
    assert_eq!((reading.protocol, explanation.left_out), (Some(protocol), 0), "{input}");
    reading.clone()
}

/// The same answer with each way to end a line.
fn answers(protocol: &str, code: u32, description: &str) -> Vec<String> {
    let lines = match protocol {
        "hexonet" => format!(
            "[RESPONSE]\nCODE={code}\nDESCRIPTION={description}\nPROPERTY[TOTAL][0]=1\nQUEUETIME=0\nEOF\n"
        ),
        _ => format!(
            "[RESPONSE]\ncode = {code}\ndescription = {description}\nproperty[total][0] = 1\nqueuetime = 0\nEOF\n"
        ),
    };
    let of_rrp = format!("{code} {description}\r\nstatus:ACTIVE\r\n.\r\n");
    let with_crlf = lines.replace('\n', "\r\n");
    let mut answers = vec![lines, with_crlf];
    answers.extend(Some(of_rrp).filter(|_| protocol == "rrp"));
    answers
}

fn named(reading: &Reading) -> Vec<Outcome> {
    reading.outcomes.iter().map(|candidate| candidate.outcome).collect()
}

const TABLES: [&Table; 2] = [RRP, HEXONET];

#[test]
fn every_code_is_explained_as_a_number() {
    for table in TABLES {
        for code in table.codes {
            let number = code.number;
            for input in
                [format!("{} {number}", table.name), format!("{}: {number}", table.name.to_uppercase())]
            {
                let reading = read(&input, table.name);
                assert_eq!((reading.message, reading.meaning), (Some(code.message), code.meaning), "{input}");
            }
            let any = explain(&number.to_string()).unwrap();
            assert!(any.readings.iter().any(|reading| reading.protocol == Some(table.name)), "{code}");
        }
    }
}

#[test]
fn every_code_is_explained_in_a_whole_answer() {
    for table in TABLES {
        for code in table.codes {
            for input in answers(table.name, code.number, code.message) {
                let reading = read(&input, table.name);
                assert_eq!((reading.message, reading.remedy), (Some(code.message), code.remedy), "{input}");
                assert!(reading.said.is_empty(), "{input}");
            }
        }
    }
}

#[test]
fn every_code_is_explained_with_a_reason_behind_its_text() {
    for table in TABLES {
        for code in table.codes {
            for behind in ["; something of its own", " [something of its own]"] {
                let description = format!("{}{behind}", code.message);
                for input in answers(table.name, code.number, &description) {
                    let reading = read(&input, table.name);
                    assert_eq!(
                        (reading.message, reading.said),
                        (Some(code.message), vec![description.clone()])
                    );
                }
            }
        }
    }
}

#[test]
fn the_meaning_of_a_code_is_more_than_its_text() {
    for code in TABLES.iter().flat_map(|table| table.codes) {
        assert!(code.meaning.len() > 20 && code.meaning.ends_with('.'), "{code}: {}", code.meaning);
        assert!(code.remedy.len() > 10 && code.remedy.ends_with('.'), "{code}: {}", code.remedy);
        assert_eq!(code.is_success, code.number < 400, "{code}");
    }
}

#[test]
fn the_reason_leads_to_the_outcome_and_its_values() {
    for table in TABLES {
        let text = table.code(554).unwrap().message;
        for input in answers(table.name, 554, &format!("{text}; example.test is registered already")) {
            let reading = read(&input, table.name);
            let [candidate] = reading.outcomes.as_slice() else { panic!("{input}") };
            assert_eq!((candidate.outcome, candidate.certainty), (Outcome::DomainTaken, Certainty::Exact));
            assert_eq!(candidate.parameters, [("value".to_owned(), "example.test".to_owned())]);
            assert_eq!(reading.remedy, Outcome::DomainTaken.remedy());
        }
    }
}

#[test]
fn several_reasons_are_told_apart() {
    let reasons =
        "a.test is registered already; the registry of this zone cannot be reached; nothing was changed";
    for table in TABLES {
        let text = table.code(554).unwrap().message;
        for input in answers(table.name, 554, &format!("{text}; {reasons}")) {
            let reading = read(&input, table.name);
            assert!(reading.is_exact());
            assert_eq!(named(&reading), [Outcome::DomainTaken, Outcome::RegistryUnavailable], "{input}");
        }
    }
}

#[test]
fn a_text_of_the_service_leads_to_what_is_most_like_it() {
    let reading = read(include_str!("answers/cnr_foreign.txt"), "rrp");
    assert_eq!(reading.code.as_deref(), Some("530"));
    assert_eq!(reading.said, ["Authorization failed; Operation forbidden by ACL"]);
    assert!(!reading.is_exact() && !reading.outcomes.is_empty());
    let codes = [
        (531, "Authorization failed [Invalid authorization information]", Outcome::AuthinfoWrong),
        (552, "Domain status does not allow for operation", Outcome::StatusProhibits),
        (545, "Entity reference not found; DNS zone not found", Outcome::DnsZoneUnknown),
    ];
    for (code, description, likely) in codes {
        for input in answers("rrp", code, description) {
            let reading = read(&input, "rrp");
            assert!(named(&reading).contains(&likely) && !reading.is_exact(), "{input}");
        }
    }
}

#[test]
fn the_text_of_another_code_is_told_beside_the_meaning_of_the_one_that_came() {
    for input in answers("hexonet", 505, "Invalid attribute value syntax; resource record [x]") {
        let reading = read(&input, "hexonet");
        assert_eq!((reading.code.as_deref(), reading.retry), (Some("505"), Some(Retry::AfterFix)), "{input}");
        assert_eq!(reading.said, ["Invalid attribute value syntax; resource record [x]"]);
    }
}

#[test]
fn what_waits_is_a_success() {
    let reading = read(include_str!("answers/hexonet_pending.txt"), "hexonet");
    assert_eq!((reading.code.as_deref(), reading.retry), (Some("200"), Some(Retry::Never)));
    assert!(reading.said.is_empty());
}

#[test]
fn log_lines_and_marks_around_an_answer_do_not_matter() {
    let marked = read(include_str!("answers/rrp_marked.txt"), "rrp");
    assert_eq!(marked.code.as_deref(), Some("532"));
    assert!(marked.said.is_empty() && named(&marked).contains(&Outcome::HostLinked));
    let told = read(include_str!("answers/rrp_status.txt"), "rrp");
    assert_eq!((told.code.as_deref(), told.said.len()), (Some("200"), 0));
    let logged = "2026-01-01 12:00:00 answer after 0.2 s\n  [RESPONSE]\n  code = 545\n  description = Entity reference not found\n  EOF";
    assert_eq!(read(logged, "rrp").code.as_deref(), Some("545"));
}

#[test]
fn numbers_that_only_one_of_them_has_are_its_own() {
    assert_eq!(read("hexonet 425", "hexonet").retry, Some(Retry::Later));
    assert!(matches!(explain("rrp 425"), Err(Unrecognised::Code { .. })));
    for protocol in ["rrp", "hexonet"] {
        let reading = read(&format!("{protocol} 510"), protocol);
        assert_eq!((reading.message, reading.retry), (None, Some(Retry::AfterFix)));
    }
}

#[test]
fn a_code_that_no_page_names_is_read_by_its_first_digit() {
    for (code, retry) in
        [(299, Some(Retry::Never)), (499, Some(Retry::Later)), (599, Some(Retry::AfterFix)), (999, None)]
    {
        for protocol in ["rrp", "hexonet"] {
            let input = &answers(protocol, code, "Some text")[0];
            let reading = read(input, protocol);
            assert_eq!((reading.message, reading.retry), (None, retry), "{input}");
            assert!(reading.outcomes.is_empty());
        }
    }
}

#[test]
fn what_is_no_answer_says_so() {
    for input in ["[RESPONSE]\nEOF\n", "[RESPONSE]\ndescription = OK\nEOF", "[response]"] {
        assert!(matches!(explain(input), Err(Unrecognised::NotAnAnswer { .. })), "{input}");
    }
    for input in ["200 Some other text", "code = 200\ndescription = OK", "[COMMAND]\ncommand = X\nEOF"] {
        let error = explain(input).unwrap_err();
        assert!(
            matches!(error, Unrecognised::Neither { .. } | Unrecognised::Protocol { .. }),
            "{input}: {error:?}"
        );
    }
}
