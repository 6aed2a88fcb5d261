//! Races: many sessions want the same thing at the same moment, and exactly as many get it as should.
//!
//! A few rounds of each; many under `cargo xtask endure`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

mod creation;

use std::{sync::Barrier, thread};

use creation::{create, existing};
use outcomes::Outcome;
use testkit::{Answer, Books, EppClient, Launch, Server, rounds};

/// 64 sessions spend the last credit: as many win as it pays for, and the balance never falls below zero.
#[test]
fn the_last_credit_is_spent_once() {
    let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
    let accounts: Vec<String> = (0..rounds(1, 100)).map(|number| format!("POOR-{number}")).collect();
    accounts.iter().for_each(|account| launch.open_account(account, "poor-secret", "105.00").unwrap());
    let server = launch.start().unwrap();
    for account in &accounts {
        let mut sessions: Vec<EppClient> =
            (0..64).map(|_| server.login_with(account, "poor-secret").unwrap()).collect();
        let names: Vec<String> =
            (0..64).map(|number| format!("{}-{number}.test", account.to_lowercase())).collect();
        let codes = at_once(&mut sessions, |number, client| create(client, &names[number], 1).unwrap());

        assert_eq!((count(&codes, 1000), count(&codes, 2104)), (10, 54), "{codes:?}");
        assert_eq!(existing(&mut sessions[0], &names).len(), 10);
    }
    let books = Books::audit(&launch).unwrap();
    accounts.iter().for_each(|account| assert_eq!(books.balance(account).unwrap(), 500, "{account}"));
}

/// Sessions of two accounts create the same name: one wins, one pays.
#[test]
fn a_name_has_one_winner() {
    let (server, mut sessions) = sessions_of_both(16);
    let names = rounds(10, 10_000);
    for round in 0..names {
        let name = format!("race-{round}.test");
        let codes = at_once(&mut sessions, |_, client| create(client, &name, 1).unwrap());
        assert_eq!((count(&codes, 1000), count(&codes, 2302)), (1, 15), "{name}: {codes:?}");
    }
    assert_eq!(spent_by_both(&server), cost_of(names));
}

/// The losing sponsor approves and rejects while the gaining one cancels: one of them decides, and the domain, its
/// price and the transfer agree about who it was.
#[test]
fn a_transfer_ends_once() {
    let (server, mut sessions) = sessions_of_both(2);
    sessions.push(server.login("ALPHA").unwrap());
    let (transfers, mut approved) = (rounds(10, 1000), 0);
    for round in 0..transfers {
        let name = format!("moving-{round}.test");
        prepare_transfer(&mut sessions, &name);
        let codes = at_once(&mut sessions, |number, client| {
            let operation = ["approve", "cancel", "reject"][number];
            client.command(&transfer(operation, &name, "")).unwrap().code().unwrap()
        });
        assert_eq!((count(&codes, 1000), count(&codes, 2301)), (1, 2), "{name}: {codes:?}");

        let (owner, state) =
            [("BRAVO", "clientApproved"), ("ALPHA", "clientCancelled"), ("ALPHA", "clientRejected")]
                [codes.iter().position(|code| *code == 1000).unwrap()];
        let shown = sessions[0].command(&info(&name)).unwrap();
        assert_eq!(shown.at("domain:clID").as_deref(), Some(owner), "{shown}");
        assert!(!shown.text().contains("pendingTransfer"), "{shown}");
        let query = sessions[0].command(&transfer("query", &name, "")).unwrap();
        assert_eq!(query.at("domain:trStatus").as_deref(), Some(state), "{query}");
        approved += usize::from(owner == "BRAVO");
    }
    assert_eq!(
        spent_by_both(&server),
        cost_of(transfers + approved),
        "a transfer that came to nothing is paid back"
    );
}

/// The losing sponsor approves, deletes and renews while the gaining one cancels: whatever comes of it also comes of
/// some order in which they do so one after the other. The orders are tried on the server itself.
#[test]
fn what_happens_at_once_happens_in_some_order() {
    let (server, mut sessions) = sessions_of_both(2);
    sessions.extend((0..2).map(|_| server.login("ALPHA").unwrap()));
    let mut number = 0;
    let mut fresh = |sessions: &mut [EppClient]| {
        number += 1;
        let name = format!("order-{number}.test");
        let before = balances(&server);
        prepare_transfer(sessions, &name);
        (name, before)
    };
    let mut possible = Vec::new();
    for order in orders(&[0, 1, 2, 3]) {
        let (name, before) = fresh(&mut sessions);
        let mut codes = [0; 4];
        for who in order {
            codes[who] = quarrel(who, &name, &mut sessions[who]);
        }
        possible.push(what_came_of(&server, &mut sessions, &name, codes, before));
    }
    for _ in 0..rounds(20, 10_000) {
        let (name, before) = fresh(&mut sessions);
        let codes = at_once(&mut sessions, |who, client| quarrel(who, &name, client));
        let found = what_came_of(&server, &mut sessions, &name, codes.try_into().unwrap(), before);
        assert!(possible.contains(&found), "{found:?} is the end of no order:\n{possible:#?}");
    }
    Books::audit(server.launch()).unwrap();
}

/// The codes of what four sessions did, who has the domain until when, and what it cost each account.
type End = ([u32; 4], String, [i64; 2]);

/// What the session with this number does about a domain whose transfer is pending.
fn quarrel(who: usize, name: &str, client: &mut EppClient) -> u32 {
    let body = match who {
        0 => transfer("approve", name, ""),
        1 => transfer("cancel", name, ""),
        2 => format!("<delete><domain:delete><domain:name>{name}</domain:name></domain:delete></delete>"),
        _ => {
            let Some(end) = client.command(&info(name)).unwrap().at("domain:exDate") else { return 2303 };
            format!(
                "<renew><domain:renew><domain:name>{name}</domain:name>\
                 <domain:curExpDate>{}</domain:curExpDate></domain:renew></renew>",
                &end[..10]
            )
        }
    };
    client.command(&body).unwrap().code().unwrap()
}

fn what_came_of(
    server: &Server,
    sessions: &mut [EppClient],
    name: &str,
    codes: [u32; 4],
    before: [i64; 2],
) -> End {
    let shown = sessions[0].command(&info(name)).unwrap();
    let transfer = sessions[0].command(&transfer("query", name, "")).unwrap();
    let end = format!(
        "{:?} {:?} {:?} {:?}",
        shown.at("domain:clID"),
        shown.at("domain:exDate").map(|date| date[..4].to_owned()),
        shown.at("domain:status@s"),
        transfer.at("domain:trStatus")
    );
    let after = balances(server);
    (codes, end, [before[0] - after[0], before[1] - after[1]])
}

/// All orders of these numbers.
fn orders(of: &[usize]) -> Vec<Vec<usize>> {
    if of.is_empty() {
        return vec![Vec::new()];
    }
    let beginning = |first: &usize| {
        let rest: Vec<usize> = of.iter().copied().filter(|other| other != first).collect();
        orders(&rest).into_iter().map(|order| [vec![*first], order].concat()).collect::<Vec<_>>()
    };
    of.iter().flat_map(beginning).collect()
}

/// What both sandbox accounts have, in cents, by the sandbox's control.
fn balances(server: &Server) -> [i64; 2] {
    let control = server.control().unwrap();
    ["ALPHA", "BRAVO"].map(|account| {
        let shown = control.demand("GET", &format!("/sandbox/accounts/{account}"), None).unwrap();
        shown["balance"].as_str().unwrap().replace('.', "").parse().unwrap()
    })
}

/// Sessions send the same renewal: the first one extends the registration, the others hear that it has moved.
#[test]
fn a_renewal_is_done_once() {
    let (server, mut sessions) = sessions_of("ALPHA", 8);
    let renewals = rounds(5, 500);
    for round in 0..renewals {
        let name = format!("again-{round}.test");
        assert_eq!(create(&mut sessions[0], &name, 1).unwrap(), 1000);
        let end = sessions[0].command(&info(&name)).unwrap().at("domain:exDate").unwrap();
        let renew = format!(
            "<renew><domain:renew><domain:name>{name}</domain:name><domain:curExpDate>{}</domain:curExpDate></domain:renew></renew>",
            &end[..10]
        );
        let codes = at_once(&mut sessions, |_, client| client.command(&renew).unwrap().code().unwrap());
        assert_eq!((count(&codes, 1000), count(&codes, 2004)), (1, 7), "{name}: {codes:?}");
    }
    assert_eq!(spent_by_both(&server), cost_of(2 * renewals));
}

/// Sessions of one account acknowledge the same message: it is taken off once, and the order of the rest is kept.
#[test]
fn a_message_is_acknowledged_once() {
    let (server, mut sessions) = sessions_of("ALPHA", 8);
    let mut gaining = server.login("BRAVO").unwrap();
    let messages = rounds(5, 500);
    for number in 0..messages {
        let name = format!("told-{number}.test");
        create_with_authinfo(&mut sessions[0], &name);
        let asked = gaining.command(&transfer("request", &name, AUTHINFO)).unwrap();
        assert_eq!(asked.code(), Some(1001), "{asked}");
    }
    for number in 0..messages {
        let heads = at_once(&mut sessions, |_, client| client.command("<poll op=\"req\"/>").unwrap());
        let id = heads[0].at("msgQ@id").unwrap();
        for head in &heads {
            assert_eq!(head.at("msgQ@id").unwrap(), id, "{head}");
            assert_eq!(
                head.at("domain:trnData/domain:name").unwrap(),
                format!("told-{number}.test"),
                "{head}"
            );
        }
        let ack = format!("<poll op=\"ack\" msgID=\"{id}\"/>");
        let answers: Vec<Answer> = at_once(&mut sessions, |_, client| client.command(&ack).unwrap());
        let taken = answers.iter().filter(|answer| answer.code() == Some(1000)).count();
        let gone = answers.iter().filter(|answer| answer.tells_of(Outcome::MessageUnknown)).count();
        assert_eq!((taken, gone), (1, 7), "{answers:?}");
    }
    assert_eq!(sessions[0].command("<poll op=\"req\"/>").unwrap().code(), Some(1300));
}

/// Lets every session do something at the same moment.
fn at_once<T: Send>(sessions: &mut [EppClient], act: impl Fn(usize, &mut EppClient) -> T + Sync) -> Vec<T> {
    let (start, act) = (&Barrier::new(sessions.len()), &act);
    thread::scope(|scope| {
        let runners = sessions.iter_mut().enumerate().map(|(number, client)| {
            scope.spawn(move || {
                start.wait();
                act(number, client)
            })
        });
        runners.collect::<Vec<_>>().into_iter().map(|runner| runner.join().unwrap()).collect()
    })
}

fn sessions_of_both(count: usize) -> (Server, Vec<EppClient>) {
    let server = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let account = |number: usize| if number.is_multiple_of(2) { "ALPHA" } else { "BRAVO" };
    let sessions = (0..count).map(|number| server.login(account(number)).unwrap()).collect();
    (server, sessions)
}

fn sessions_of(account: &str, count: usize) -> (Server, Vec<EppClient>) {
    let server = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let sessions = (0..count).map(|_| server.login(account).unwrap()).collect();
    (server, sessions)
}

/// What both sandbox accounts have spent, in cents.
fn spent_by_both(server: &Server) -> i64 {
    let books = Books::audit(server.launch()).unwrap();
    ["ALPHA", "BRAVO"].iter().map(|account| 100_000_000 - books.balance(account).unwrap()).sum()
}

/// ALPHA creates a domain and BRAVO asks for it.
fn prepare_transfer(sessions: &mut [EppClient], name: &str) {
    create_with_authinfo(&mut sessions[0], name);
    let asked = sessions[1].command(&transfer("request", name, AUTHINFO)).unwrap();
    assert_eq!(asked.code(), Some(1001), "{asked}");
}

fn create_with_authinfo(client: &mut EppClient, name: &str) {
    let answer = client
        .command(&format!(
            "<create><domain:create><domain:name>{name}</domain:name>{AUTHINFO}</domain:create></create>"
        ))
        .unwrap();
    assert_eq!(answer.code(), Some(1000), "{answer}");
}

fn transfer(operation: &str, name: &str, authinfo: &str) -> String {
    format!(
        "<transfer op=\"{operation}\"><domain:transfer><domain:name>{name}</domain:name>{authinfo}</domain:transfer></transfer>"
    )
}

fn info(name: &str) -> String {
    format!("<info><domain:info><domain:name>{name}</domain:name></domain:info></info>")
}

/// What so many years cost, in cents.
fn cost_of(years: usize) -> i64 {
    PRICE * i64::try_from(years).unwrap()
}

fn count(codes: &[u32], code: u32) -> usize {
    codes.iter().filter(|found| **found == code).count()
}

const AUTHINFO: &str = "<domain:authInfo><domain:pw>Let-me-go-7</domain:pw></domain:authInfo>";
/// What a year in the zone `test` costs, in cents.
const PRICE: i64 = 1000;
