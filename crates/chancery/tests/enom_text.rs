//! A client of Enom that reads answers in text as those in use do: it splits at CR, keeps of a line what stands between its
//! first and second `=`, needs a line `ErrCount=`, and knows names by their very letters.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

mod lines;

use lines::Client;
use testkit::Launch;

fn name(sld: &'static str) -> [(&'static str, &'static str); 2] {
    [("SLD", sld), ("TLD", "com")]
}

fn with<'p>(sld: &'static str, more: &[(&'p str, &'p str)]) -> Vec<(&'p str, &'p str)> {
    name(sld).into_iter().chain(more.iter().copied()).collect()
}

#[test]
fn a_reader_of_lines_lives_a_domains_life() {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let alpha = Client::of(&server, "alpha", "alpha-secret");
    let bravo = Client::of(&server, "bravo", "bravo-secret");

    assert_eq!(alpha.does("check", &name("text-life")).at("RRPCode"), "210");
    let registrant = [
        ("RegistrantFirstName", "Jane"),
        ("RegistrantLastName", "Doe"),
        ("RegistrantAddress1", "Long%20Street%201"),
        ("RegistrantCity", "Springfield"),
        ("RegistrantPostalCode", "12345"),
        ("RegistrantCountry", "US"),
        ("RegistrantEmailAddress", "jane@example.test"),
        // A sign that was not encoded arrives as a blank.
        ("RegistrantPhone", "+1.5555555555"),
        ("DomainPassword", "Let-me-go-7"),
        ("UseDNS", "default"),
    ];
    let bought = alpha.does("Purchase", &with("text-life", &registrant));
    assert_eq!(bought.at("RRPCode"), "200");
    assert!(bought.at("RRPText").ends_with(bought.at("OrderID")));
    assert_eq!(alpha.does("CHECK", &name("text-life")).at("RRPCode"), "211");

    let info = alpha.does("GetDomainInfo", &name("text-life"));
    assert_eq!(info.at("registrationstatus"), "Registered");
    assert!(info.at("expiration").ends_with("AM") || info.at("expiration").ends_with("PM"));

    assert_eq!(alpha.does("GetRegLock", &name("text-life")).at("RegLock"), "1");
    alpha.does("SetRegLock", &with("text-life", &[("UnlockRegistrar", "1")]));
    assert_eq!(alpha.does("GetRegLock", &name("text-life")).at("RegLock"), "0");

    let servers = [("NS1", "ns1.example"), ("NS2", "ns2.example"), ("NS3", ""), ("NS4", ""), ("NS5", "")];
    assert_eq!(alpha.does("ModifyNS", &with("text-life", &servers)).at("RRPCode"), "200");
    let dns = alpha.does("GetDNS", &name("text-life"));
    assert_eq!((dns.at("DNS1"), dns.at("DNS2"), dns.at("NSCount")), ("ns1.example", "ns2.example", "2"));

    let order = bravo.does(
        "TP_CreateOrder",
        &[
            ("OrderType", "Autoverification"),
            ("DomainCount", "1"),
            ("SLD1", "text-life"),
            ("TLD1", "com"),
            ("AuthInfo1", "Let-me-go-7"),
        ],
    );
    let details = bravo.does("TP_GetDetailsByDomain", &name("text-life"));
    let last = format!("statusid{}", details.at("ordercount"));
    assert!(["5", "14"].contains(&details.at(&last)), "{:?}", details.0);
    assert_eq!(details.at("orderid1"), order.at("transferorderid"));

    let balance = alpha.does("GetBalance", &[]);
    assert!(balance.at("Balance").contains(','), "{}", balance.at("Balance"));
    assert!(alpha.ask("GetBalance", &[("PW", "wrong")]).0.contains_key("Balance"), "the first of two counts");
}

#[test]
fn what_a_text_cannot_hold_is_written_otherwise() {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let alpha = Client::of(&server, "alpha", "alpha-secret");
    let refused = alpha.ask("GetDomainExp", &[("SLD", "a%3Db%0Dc%26d%3Ce"), ("TLD", "com")]);
    assert_eq!(refused.at("ResponseNumber1"), "304153");
    assert!(!refused.0.keys().any(|name| name.contains('c') && name.len() == 1), "{:?}", refused.0);
}
