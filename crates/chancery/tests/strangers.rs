//! What belongs to one account is out of another's reach: every command on every kind of object, and on messages. What is
//! not there and what is a stranger's can be told apart only where a check tells the same.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

use std::{fs, path::PathBuf};

use outcomes::Outcome;
use testkit::{ClientIdentity, EppClient, Launch, Server};

#[test]
fn no_command_reaches_what_another_account_sponsors() {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let (mut owner, mut stranger) = (server.login("ALPHA").unwrap(), server.login("BRAVO").unwrap());
    let before = belongings(&mut owner);
    for &(body, outcome) in COMMANDS {
        let answer = stranger.command(body).unwrap();
        assert!(answer.tells_of(outcome), "{body}\nis not {outcome:?}:\n{answer}");
        assert_eq!(shown(&mut owner), before, "something was changed by {body}");
    }
}

/// A transfer between two accounts is no matter of a third, before it is asked for and while it waits.
#[test]
fn a_transfer_is_the_matter_of_its_two_accounts() {
    let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
    launch.open_account("CHARLIE", "charlie-secret", "100.00").unwrap();
    let server = launch.start().unwrap();
    let (mut owner, mut gaining) = (server.login("ALPHA").unwrap(), server.login("BRAVO").unwrap());
    let mut third = server.login_with("CHARLIE", "charlie-secret").unwrap();
    belongings(&mut owner);
    let mut try_all = |nothing_pends: bool| {
        for (operation, object) in
            ["approve", "reject", "cancel", "query"].iter().flat_map(|op| OBJECTS.map(|object| (op, object)))
        {
            let answer = third.command(&transfer(operation, object, "")).unwrap();
            let expected = if nothing_pends { 2301 } else { 2201 };
            assert_eq!(answer.code(), Some(expected), "{operation}: {answer}");
        }
    };
    try_all(true);
    for (object, authinfo) in OBJECTS.iter().zip(AUTHINFOS) {
        assert_eq!(gaining.command(&transfer("request", *object, authinfo)).unwrap().code(), Some(1001));
    }
    let before = shown(&mut owner);
    try_all(false);
    assert_eq!(shown(&mut owner), before);
}

/// Commands whose answer a stranger may have: of them, what only the sponsor may see is left out.
#[test]
fn a_stranger_is_shown_no_authinfo() {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let (mut owner, mut stranger) = (server.login("ALPHA").unwrap(), server.login("BRAVO").unwrap());
    belongings(&mut owner);
    for body in [INFOS[0], INFOS[1]] {
        let answer = stranger.command(body).unwrap();
        assert_eq!(answer.code(), Some(1000), "{answer}");
        assert!(!answer.text().contains("authInfo") && !answer.text().contains("Mine"), "{answer}");
    }
}

/// A message of another account can neither be read nor taken off.
#[test]
fn messages_are_their_accounts_own() {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let (mut owner, mut stranger) = (server.login("ALPHA").unwrap(), server.login("BRAVO").unwrap());
    belongings(&mut owner);
    let request = transfer("request", OBJECTS[0], AUTHINFOS[0]);
    assert_eq!(stranger.command(&request).unwrap().code(), Some(1001));
    let id = owner.command("<poll op=\"req\"/>").unwrap().at("msgQ@id").unwrap();
    assert_eq!(stranger.command("<poll op=\"req\"/>").unwrap().code(), Some(1300));
    let acknowledge = |id: &str| format!("<poll op=\"ack\" msgID=\"{id}\"/>");
    // That the message is there may be known: its id says nothing, and tells a mix-up of two accounts of one client.
    let answer = stranger.command(&acknowledge(&id)).unwrap();
    assert!(answer.tells_of(Outcome::MessageOfAnother), "{answer}");
    assert_eq!(owner.command("<poll op=\"req\"/>").unwrap().at("msgQ@id"), Some(id.clone()));
    assert_eq!(owner.command(&acknowledge(&id)).unwrap().code(), Some(1000));
}

/// An account with a pinned certificate is opened by that one alone; when it is pinned no more, by none.
#[test]
fn a_pinned_certificate_is_bound_to_its_account() {
    let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
    let identities = ["ALPHA", "BRAVO", "ALPHA"].map(|name| ClientIdentity::new(name).unwrap());
    let [own, others, unpinned] = &identities;
    launch.start().unwrap().terminate().unwrap();
    pin(&launch, "ALPHA", own);
    pin(&launch, "BRAVO", others);
    let server = launch.start().unwrap();
    for (identity, code, outcome) in [
        (None, 2200, Some(Outcome::CertificateRequired)),
        (Some(others), 2200, Some(Outcome::CertificateMismatch)),
        (Some(unpinned), 2200, Some(Outcome::CertificateMismatch)),
        (Some(own), 1000, None),
    ] {
        let answer = connect(&server, identity).login("ALPHA", "alpha-secret").unwrap();
        assert_eq!(answer.code(), Some(code), "{answer}");
        assert!(outcome.is_none_or(|outcome| answer.tells_of(outcome)), "{answer}");
    }
    server.terminate().unwrap();

    pin(&launch, "ALPHA", unpinned);
    let server = launch.start().unwrap();
    for (identity, code) in [(own, 2200), (unpinned, 1000)] {
        let answer = connect(&server, Some(identity)).login("ALPHA", "alpha-secret").unwrap();
        assert_eq!(answer.code(), Some(code), "{answer}");
    }
}

fn connect(server: &Server, identity: Option<&ClientIdentity>) -> EppClient {
    identity.map_or_else(|| server.connect(), |identity| server.connect_as(identity)).unwrap()
}

fn pin(launch: &Launch, account: &str, identity: &ClientIdentity) {
    let file: PathBuf = launch.home().join("pinned.pem");
    fs::write(&file, identity.pem()).unwrap();
    let output = launch.run(&["account", "certificates", account, file.to_str().unwrap()], "").unwrap();
    assert!(output.status.success(), "{output:?}");
}

/// Makes one object of each kind, and another of each that nothing is linked to. Answers how they are shown.
fn belongings(owner: &mut EppClient) -> Vec<String> {
    for body in MADE {
        let answer = owner.command(body).unwrap();
        assert_eq!(answer.code(), Some(1000), "{body}\n{answer}");
    }
    shown(owner)
}

/// Everything that the owner is shown of its objects.
fn shown(owner: &mut EppClient) -> Vec<String> {
    let show = |body: &&str| {
        let answer = owner.command(body).unwrap();
        assert_eq!(answer.code(), Some(1000), "{body}\n{answer}");
        answer.text().replace(&answer.at("svTRID").unwrap(), "")
    };
    INFOS.iter().map(show).collect()
}

fn transfer(operation: &str, (kind, name): (&str, &str), authinfo: &str) -> String {
    let named = match kind {
        "domain" => format!("<domain:name>{name}</domain:name>"),
        _ => format!("<{kind}:id>{name}</{kind}:id>"),
    };
    let authinfo = match authinfo {
        "" => String::new(),
        text => format!("<{kind}:authInfo><{kind}:pw>{text}</{kind}:pw></{kind}:authInfo>"),
    };
    format!("<transfer op=\"{operation}\"><{kind}:transfer>{named}{authinfo}</{kind}:transfer></transfer>")
}

/// What can be transferred, of [`MADE`], and by which authInfo.
const OBJECTS: [(&str, &str); 2] = [("domain", "mine.test"), ("contact", "MINE-1")];
const AUTHINFOS: [&str; 2] = ["Mine-alone-7", "Mine-alone-8"];

const MADE: [&str; 3] = [
    "<create><domain:create><domain:name>mine.test</domain:name><domain:authInfo><domain:pw>Mine-alone-7</domain:pw></domain:authInfo></domain:create></create>",
    "<create><host:create><host:name>ns1.mine.test</host:name><host:addr>192.0.2.1</host:addr></host:create></create>",
    "<create><contact:create><contact:id>MINE-1</contact:id><contact:postalInfo type=\"int\"><contact:name>Jane Doe</contact:name>\
     <contact:addr><contact:street>Main Street 1</contact:street><contact:city>Example</contact:city><contact:pc>12345</contact:pc>\
     <contact:cc>CZ</contact:cc></contact:addr></contact:postalInfo><contact:email>jane@example.test</contact:email>\
     <contact:authInfo><contact:pw>Mine-alone-8</contact:pw></contact:authInfo></contact:create></create>",
];

const INFOS: [&str; 3] = [
    "<info><domain:info><domain:name>mine.test</domain:name></domain:info></info>",
    "<info><host:info><host:name>ns1.mine.test</host:name></host:info></info>",
    "<info><contact:info><contact:id>MINE-1</contact:id></contact:info></info>",
];

/// What a stranger tries, and what comes of it.
const COMMANDS: &[(&str, Outcome)] = &[
    (
        "<create><domain:create><domain:name>mine.test</domain:name><domain:authInfo><domain:pw>Not-mine-9</domain:pw></domain:authInfo></domain:create></create>",
        Outcome::DomainTaken,
    ),
    (
        "<info><domain:info><domain:name>mine.test</domain:name><domain:authInfo><domain:pw>Not-mine-9</domain:pw></domain:authInfo></domain:info></info>",
        Outcome::AuthinfoWrong,
    ),
    (
        "<update><domain:update><domain:name>mine.test</domain:name><domain:add><domain:status s=\"clientHold\"/></domain:add></domain:update></update>",
        Outcome::NotSponsor,
    ),
    (
        "<update><domain:update><domain:name>mine.test</domain:name><domain:chg><domain:authInfo><domain:pw>Not-mine-9</domain:pw></domain:authInfo></domain:chg></domain:update></update>",
        Outcome::NotSponsor,
    ),
    (
        "<update><domain:update><domain:name>mine.test</domain:name><domain:chg><domain:authInfo><domain:null/></domain:authInfo></domain:chg></domain:update></update>",
        Outcome::NotSponsor,
    ),
    (
        "<delete><domain:delete><domain:name>mine.test</domain:name></domain:delete></delete>",
        Outcome::NotSponsor,
    ),
    (
        "<renew><domain:renew><domain:name>mine.test</domain:name><domain:curExpDate>2030-01-01</domain:curExpDate></domain:renew></renew>",
        Outcome::NotSponsor,
    ),
    (
        "<transfer op=\"request\"><domain:transfer><domain:name>mine.test</domain:name><domain:authInfo><domain:pw>Not-mine-9</domain:pw></domain:authInfo></domain:transfer></transfer>",
        Outcome::AuthinfoWrong,
    ),
    (
        "<create><host:create><host:name>ns1.mine.test</host:name><host:addr>192.0.2.2</host:addr></host:create></create>",
        Outcome::HostTaken,
    ),
    (
        "<create><host:create><host:name>ns2.mine.test</host:name><host:addr>192.0.2.2</host:addr></host:create></create>",
        Outcome::SuperordinateForeign,
    ),
    (
        "<update><host:update><host:name>ns1.mine.test</host:name><host:add><host:addr>192.0.2.2</host:addr></host:add></host:update></update>",
        Outcome::NotSponsor,
    ),
    (
        "<update><host:update><host:name>ns1.mine.test</host:name><host:chg><host:name>ns1.elsewhere.example</host:name></host:chg></host:update></update>",
        Outcome::NotSponsor,
    ),
    ("<delete><host:delete><host:name>ns1.mine.test</host:name></host:delete></delete>", Outcome::NotSponsor),
    ("<info><contact:info><contact:id>MINE-1</contact:id></contact:info></info>", Outcome::NotSponsor),
    (
        "<info><contact:info><contact:id>MINE-1</contact:id><contact:authInfo><contact:pw>Not-mine-9</contact:pw></contact:authInfo></contact:info></info>",
        Outcome::AuthinfoWrong,
    ),
    (
        "<update><contact:update><contact:id>MINE-1</contact:id><contact:chg><contact:voice/></contact:chg></contact:update></update>",
        Outcome::NotSponsor,
    ),
    (
        "<delete><contact:delete><contact:id>MINE-1</contact:id></contact:delete></delete>",
        Outcome::NotSponsor,
    ),
    (
        "<transfer op=\"request\"><contact:transfer><contact:id>MINE-1</contact:id><contact:authInfo><contact:pw>Not-mine-9</contact:pw></contact:authInfo></contact:transfer></transfer>",
        Outcome::AuthinfoWrong,
    ),
    (
        "<update><domain:update><domain:name>mine.test</domain:name></domain:update></update>\
      <extension><rgp:update><rgp:restore op=\"request\"/></rgp:update></extension>",
        Outcome::NotSponsor,
    ),
];
