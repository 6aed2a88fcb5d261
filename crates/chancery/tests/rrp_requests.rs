//! RRPproxy over HTTP from clients that mean no good, and what a password costs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

mod calls;

use calls::{code, form, post};
use proptest::{prelude::*, test_runner::TestRunner};
use testkit::{Launch, Server};

/// Only the first request of many pays for the password; each wrong one does, and after some none is heard.
#[test]
fn a_password_is_hashed_once_and_a_wrong_one_each_time() {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let ask = |secret: &str| code(&post(&server, &form("alpha", secret, "COMMAND=StatusAccount")));
    let before = hashed(&server);
    for _ in 0..20 {
        assert_eq!(ask("alpha-secret"), 200);
    }
    assert_eq!(hashed(&server) - before, 1, "twenty requests with one password");
    for number in 0..5 {
        assert_eq!(ask(&format!("guess-{number}")), 530);
    }
    assert_eq!(hashed(&server) - before, 6, "a guess is never remembered");
    assert_eq!(ask("guess-0"), 530);
    assert_eq!(hashed(&server) - before, 7, "nor the second time");
    let codes: Vec<u32> = (0..30).map(|number| ask(&format!("more-{number}"))).collect();
    assert_eq!(codes.last(), Some(&422), "{codes:?}");
    assert!(codes.iter().filter(|code| **code == 530).count() < 15, "{codes:?}");
}

/// A session costs no hash at all.
#[test]
fn a_session_spares_the_password() {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let opened = post(&server, "s_login=alpha&s_pw=alpha-secret&persistent=1");
    let id = opened.lines().find_map(|line| line.strip_prefix("property[sessionid][0] = ")).unwrap();
    let before = hashed(&server);
    for _ in 0..10 {
        let request = format!("s_login=alpha&s_sessionid={id}&command=StatusAccount");
        assert_eq!(code(&post(&server, &request)), 200);
    }
    assert_eq!(hashed(&server), before);
}

/// Whatever comes, the answer is whole and has a code.
#[test]
fn hostile_requests_get_a_code() {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let head = "s_login=alpha&s_pw=alpha-secret&";
    let line = "a".repeat(1_000_000);
    for (what, body, expected) in [
        ("nothing", String::new(), 504),
        ("separators alone", "&&&===&&".to_owned(), 504),
        (
            "a parameter with two values",
            format!("{head}command=CheckDomain&domain=a.test&domain=b.test"),
            507,
        ),
        ("two logins", format!("{head}s_login=bravo&command=StatusAccount"), 507),
        ("two commands", format!("{head}command=StatusAccount&s_command=COMMAND%3DGetCurrencies"), 507),
        ("a name that is not UTF-8", format!("{head}command=%80"), 507),
        ("another encoding", format!("{head}s_command=%FE%FF%00C%00O"), 507),
        ("half a percent sign", format!("{head}command=StatusAccount%"), 500),
        ("a line without a key", format!("{head}s_command=COMMAND%3DStatusAccount%0Anothing"), 507),
        ("a line of a megabyte", format!("{head}s_command=COMMAND%3DCheckDomain%0ADOMAIN%3D{line}"), 505),
        ("more than a megabyte", format!("{head}command=CheckDomain&domain={line}{line}"), 507),
        ("control characters", format!("{head}command=CheckDomain&domain=a%00%0A.test"), 505),
        ("a forged answer", format!("{head}command=x%0AEOF%0A%5BRESPONSE%5D%0Acode%20%3D%20200"), 500),
        ("many parameters", (0..20_000).fold(head.to_owned(), |text, n| text + &format!("p{n}=1&")), 504),
    ] {
        let answer = post(&server, &body);
        assert_eq!(code(&answer), expected, "{what}: {answer:.300}");
    }
}

/// What a client sends comes back in descriptions and properties, and never as a line of its own.
#[test]
fn no_value_forges_a_line_of_an_answer() {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let mut runner = TestRunner::new(ProptestConfig { cases: 60, ..ProptestConfig::default() });
    let forged = "[a-zA-Z=\\[\\] \n\r%&{}\u{85}\u{2028}]{0,40}";
    let made = (forged, forged, any::<String>());
    runner
        .run(&made, |(name, value, client_id)| {
            let pairs = [
                ("s_login", "alpha"),
                ("s_pw", "alpha-secret"),
                ("command", "CheckDomain"),
                ("domain", &value),
                ("cltrid", &client_id),
                ("x", &name),
            ];
            let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
            prop_assert!(code(&post(&server, &body)) >= 500);
            let body = form_urlencoded::Serializer::new(String::new())
                .extend_pairs([("s_login", "alpha"), ("s_pw", "alpha-secret"), ("command", "GetCurrencies")])
                .append_pair("cltrid", &client_id)
                .finish();
            prop_assert_eq!(code(&post(&server, &body)), 200);
            Ok(())
        })
        .unwrap();
}

/// How many passwords the server hashed, or compared with a hash, so far.
fn hashed(server: &Server) -> u64 {
    let metrics = server.metrics().unwrap();
    let line = metrics.lines().find_map(|line| line.strip_prefix("chancery_passwords_hashed_total "));
    line.unwrap().trim().parse().unwrap()
}
