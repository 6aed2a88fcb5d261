//! `chancery account`: what it says, and what a client notices of it.

use std::path::Path;

use rustix::process::Signal;
use serde_json::Value;

use crate::client::{Epp, get, login};
use crate::process::{Ended, Server, run, run_with};

fn account(data: &Path, arguments: &[&str], input: &str) -> Ended {
    run_with(&[&["account"], arguments, &["--data", data.to_str().unwrap()]].concat(), input)
}

fn listed(data: &Path, clid: &str) -> Value {
    let accounts: Value = serde_json::from_str(&account(data, &["list", "--json"], "").ok()).unwrap();
    accounts.as_array().unwrap().iter().find(|account| account["id"] == clid).cloned().unwrap_or_default()
}

fn add(data: &Path, clid: &str, password: &str) {
    account(data, &["add", clid, "--password-stdin"], &format!("{password}\n")).ok();
}

#[test]
fn an_account_is_opened_as_it_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let arguments = [
        "add",
        "THIRD",
        "--name",
        "Third & Co",
        "--currency",
        "czk",
        "--credit-limit",
        "500.5",
        "--password-stdin",
    ];
    account(&data, &arguments, "third-secret\n").ok();
    let third = listed(&data, "THIRD");
    assert_eq!(third["name"], "Third & Co");
    assert_eq!(third["currency"], "CZK");
    assert_eq!(third["credit_limit"], "500.50");
    assert_eq!(third["balance"], "0.00");
    assert_eq!(third["logins"][0]["login"], "THIRD");
    let again = account(&data, &["add", "THIRD", "--password-stdin"], "third-secret\n").failed(1);
    assert!(again.contains("THIRD exists already"), "{again}");
    let text = account(&data, &["list"], "").ok();
    assert!(text.contains("THIRD  0.00 CZK  Third & Co") && text.contains("THIRD (epp)"), "{text}");
}

#[test]
fn payments_raise_the_balance_and_the_books_stay_right() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    add(data, "THIRD", "third-secret");
    let booked = account(data, &["deposit", "THIRD", "12.34"], "").ok();
    assert!(booked.contains("12.34 EUR"), "{booked}");
    account(data, &["deposit", "THIRD", "0.66"], "").ok();
    assert_eq!(listed(data, "THIRD")["balance"], "13.00");
    for (sum, clid) in [("0", "THIRD"), ("-1", "THIRD"), ("1.234", "THIRD"), ("1", "NOBODY")] {
        assert_ne!(account(data, &["deposit", clid, sum], "").code, Some(0), "{sum} for {clid}");
    }
    let verified = run(&["ledger", "verify", "--data", data.to_str().unwrap()]).ok();
    assert!(verified.contains("2 lines"), "{verified}");
}

#[test]
fn billing_is_set_shown_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let opened = account(data, &["add", "THIRD", "--password-stdin"], "third-secret\n").ok();
    assert!(opened.contains("can buy nothing"), "{opened}");
    let billing = |arguments: &[&str]| account(data, &[&["billing", "THIRD"], arguments].concat(), "");
    assert!(billing(&[]).ok().contains("invoices for  nobody"));
    let party = ["--name", "Third & Co", "--street", "1 High Street", "--city", "Oxford", "--country", "gb"];
    let more =
        ["--tax-number", "gb123456789", "--credit", "locked", "--reverse-charge", "true", "--customer", "7"];
    let shown = billing(&[&party[..], &more].concat()).ok();
    for part in
        ["Third & Co, 1 High Street, Oxford, GB, tax number GB123456789", "locked", "reverse charge", " 7"]
    {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert_eq!(billing(&[]).ok(), shown, "nothing named changes nothing");
    let back =
        billing(&["--nobody", "--credit", "active", "--reverse-charge", "false", "--no-customer"]).ok();
    assert!(back.contains("nobody") && back.contains("active") && back.contains("by its terms"), "{back}");
    for bad in [
        &["--city", "Oxford", "--country", "GB"][..],
        &["--name", "Third"],
        &["--name", "Third", "--city", "Oxford", "--country", "QQ"],
        &["--name", "", "--city", "Oxford", "--country", "GB"],
        &["--credit", "gone"],
        &["--name", "Third", "--nobody"],
    ] {
        assert_ne!(billing(bad).code, Some(0), "{bad:?}");
    }
    let address = ["--city", "Brno", "--country", "CZ"];
    let fourth = [&["add", "FOURTH", "--name", "Fourth", "--password-stdin"][..], &address].concat();
    assert!(!account(data, &fourth, "secret\n").ok().contains("can buy nothing"));
    assert!(account(data, &["billing", "FOURTH"], "").ok().contains("Fourth, Brno, CZ"));
}

#[test]
fn terms_are_set_shown_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    add(data, "THIRD", "third-secret");
    let terms = |arguments: &[&str]| account(data, &[&["terms", "THIRD"], arguments].concat(), "");
    let shown =
        terms(&["--credit-limit", "50", "--price-list", "gold", "--vat", "5.5", "--warn-below", "7.50"]).ok();
    for part in ["50.00 EUR", "gold", "5.50 %", "below 7.50 EUR"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert_eq!(terms(&[]).ok(), shown, "nothing named changes nothing");
    let dns = terms(&["--dns-zones", "5", "--dns-rows", "70"]).ok();
    assert!(dns.contains("at most 5 zones, 70 rows each") && dns.contains("gold"), "{dns}");
    assert_eq!(terms(&["--dns-by-default"]).ok(), shown);
    let third = listed(data, "THIRD");
    assert_eq!((third["credit_limit"].as_str(), third["left"].as_str()), (Some("50.00"), Some("50.00")));
    assert_eq!((third["price_list"].as_str(), third["vat_basis_points"].as_u64()), (Some("gold"), Some(550)));
    terms(&["--no-price-list", "--vat", "0", "--warn-by-default"]).ok();
    let third = listed(data, "THIRD");
    assert_eq!((&third["price_list"], third["warned_below"].as_str()), (&Value::Null, Some("10.00")));
    for bad in [["--vat", "101"], ["--vat", "x"], ["--warn-below", "-1"], ["--credit-limit", "99999999999"]] {
        assert_ne!(terms(&bad).code, Some(0), "{bad:?}");
    }
    let unknown = account(data, &["terms", "NOBODY", "--vat", "1"], "").failed(1);
    assert!(unknown.contains("NOBODY"), "{unknown}");
}

#[test]
fn a_statement_tells_what_happened_between_two_balances() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    add(data, "THIRD", "third-secret");
    for sum in ["12.34", "0.66"] {
        account(data, &["deposit", "THIRD", sum], "").ok();
    }
    let statement = |arguments: &[&str]| account(data, &[&["statement", "THIRD"], arguments].concat(), "");
    let told: Value = serde_json::from_str(&statement(&["--json"]).ok()).unwrap();
    assert_eq!((told["opening"].as_str(), told["closing"].as_str()), (Some("0.00"), Some("13.00")));
    let amounts: Vec<_> =
        told["lines"].as_array().unwrap().iter().map(|line| line["amount"].clone()).collect();
    assert_eq!(amounts, ["12.34", "0.66"]);
    let text = statement(&["--newest-first"]).ok();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 4, "{text}");
    assert!(lines[0].starts_with("closing balance") && lines[0].ends_with("13.00 EUR"), "{text}");
    assert!(lines[1].contains("deposit") && lines[1].ends_with("0.66"), "{text}");
    let earlier: Value = serde_json::from_str(&statement(&["--to", "2020-01-01", "--json"]).ok()).unwrap();
    assert_eq!((earlier["closing"].as_str(), earlier["lines"].as_array().unwrap().len()), (Some("0.00"), 0));
    statement(&["--from", "yesterday"]).failed(2);
    account(data, &["statement", "NOBODY"], "").failed(1);
}

#[test]
fn passwords_are_set_and_the_old_one_is_good_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    add(data, "THIRD", "first-secret");
    let server = Server::sandbox(data);
    assert_eq!(login(&server, "THIRD", "first-secret"), 1000);
    server.stop(Signal::TERM).ok();
    account(data, &["passwd", "THIRD", "--password-stdin"], "second-secret\n").ok();
    let server = Server::sandbox(data);
    assert_eq!(login(&server, "THIRD", "first-secret"), 2200);
    assert_eq!(login(&server, "THIRD", "second-secret"), 1000);
}

#[test]
fn bad_passwords_are_refused_before_anything_is_done() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    for password in ["", "five5", " space-before"] {
        account(&data, &["add", "THIRD", "--password-stdin"], &format!("{password}\n")).failed(1);
    }
    let asked = account(&data, &["add", "THIRD"], "third-secret\n").failed(1);
    assert!(asked.contains("--password-stdin"), "{asked}");
    assert_eq!(listed(&data, "THIRD"), Value::Null);
}

#[test]
fn addresses_states_and_certificates_decide_who_comes_in() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let authority = edge::Authority::ephemeral(1_790_000_000).unwrap();
    let certificate = authority.issue_client("third").unwrap();
    let pem = folder.path().join("third.pem");
    std::fs::write(&pem, &certificate.certificate_pem).unwrap();
    add(data, "THIRD", "third-secret");
    let steps: [(&[&str], u32, u32); 7] = [
        (&["allow", "THIRD", "192.0.2.0/24", "2001:db8::/32"], 2200, 2200),
        (&["allow", "THIRD", "192.0.2.0/24", "127.0.0.1"], 1000, 1000),
        (&["allow", "THIRD", "--anywhere"], 1000, 1000),
        (&["certificates", "THIRD", pem.to_str().unwrap()], 2200, 1000),
        (&["certificates", "THIRD", "--none"], 1000, 1000),
        (&["suspend", "THIRD"], 2201, 2201),
        (&["resume", "THIRD"], 1000, 1000),
    ];
    for (arguments, without, with) in steps {
        account(data, arguments, "").ok();
        let server = Server::sandbox(data);
        assert_eq!(login(&server, "THIRD", "third-secret"), without, "{arguments:?}");
        assert_eq!(
            Epp::connect(&server, Some(&certificate)).login("THIRD", "third-secret"),
            with,
            "{arguments:?}"
        );
        server.stop(Signal::TERM).ok();
    }
}

#[test]
fn a_token_is_told_once_and_opens_the_account_until_it_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    add(data, "THIRD", "third-secret");
    let passwd = ["passwd", "THIRD", "--realm", "enom", "--login", "third", "--password-stdin"];
    account(data, &passwd, "third-secret\n").ok();
    let token = account(data, &["token", "make", "THIRD", "web shop"], "").ok();
    let token = token.trim();
    let again = account(data, &["token", "make", "THIRD", "web shop"], "").failed(1);
    assert!(again.contains("there is a token web shop already"), "{again}");
    let listed = account(data, &["token", "list", "THIRD"], "").ok();
    assert!(listed.contains("web shop") && listed.contains(&token[token.len() - 4..]), "{listed}");
    assert!(!listed.contains(token), "{listed}");

    let enters = || {
        let server = Server::sandbox(data);
        let path = format!("/interface.asp?command=CheckLogin&uid=third&pw={token}");
        let answer = get(&server.address("http"), &path);
        server.stop(Signal::TERM).ok();
        answer.contains("ErrCount=0")
    };
    assert!(enters());
    account(data, &["token", "revoke", "THIRD", "web shop"], "").ok();
    assert!(!enters());
    account(data, &["token", "revoke", "THIRD", "web shop"], "").failed(1);
}

#[test]
fn an_account_may_have_sessions_of_its_own_number() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    add(data, "THIRD", "third-secret");
    account(data, &["sessions", "THIRD", "1"], "").ok();
    let server = Server::sandbox(data);
    let mut first = Epp::connect(&server, None);
    assert_eq!(first.login("THIRD", "third-secret"), 1000);
    assert_eq!(login(&server, "THIRD", "third-secret"), 2502);
    server.stop(Signal::TERM).ok();
    account(data, &["sessions", "THIRD", "--default"], "").ok();
    assert_eq!(listed(data, "THIRD")["max_sessions"], Value::Null);
}

#[test]
fn what_is_no_network_or_certificate_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    add(data, "THIRD", "third-secret");
    assert!(account(data, &["allow", "THIRD", "192.0.2.9/24"], "").failed(2).contains("192.0.2.0/24"));
    account(data, &["allow", "THIRD"], "").failed(2);
    account(data, &["certificates", "THIRD", "no-such-file"], "").failed(1);
    let unknown = account(data, &["suspend", "NOBODY"], "").failed(1);
    assert!(unknown.contains("NOBODY"), "{unknown}");
}

#[test]
fn accounts_are_listed_but_not_changed_while_a_server_runs() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let server = Server::sandbox(data);
    assert_eq!(listed(data, "ALPHA")["balance"], "1000000.00");
    let refused = account(data, &["suspend", "ALPHA"], "").failed(1);
    assert!(refused.contains("stop it"), "{refused}");
    assert_eq!(login(&server, "ALPHA", "alpha-secret"), 1000);
    server.stop(Signal::TERM).ok();
    account(data, &["suspend", "ALPHA"], "").ok();
}

#[test]
fn a_folder_without_data_is_not_filled_by_mistake() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [&["list"][..], &["suspend", "ALPHA"], &["deposit", "ALPHA", "1"]] {
        let refused = account(folder.path(), arguments, "").failed(1);
        assert!(refused.contains("there is no data"), "{refused}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
