//! Connections that are cut between a command and its answer: the client asks again, gets the truth, and pays once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

mod creation;

use std::thread;

use creation::{create, existing};
use testkit::{Books, EppClient, Launch, Patience, Server, framed, rounds};

#[test]
fn who_asks_again_hears_the_truth_and_pays_once() {
    let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
    let server = launch.start().unwrap();
    let cuts = rounds(60, 100_000).div_ceil(CLIENTS * AT_ONCE);
    thread::scope(|scope| {
        for client in 0..CLIENTS {
            let server = &server;
            let account = ["ALPHA", "BRAVO"][client % 2];
            scope.spawn(move || {
                (0..cuts).for_each(|cut| cut_off(server, account, &format!("{client}-{cut}"), cut))
            });
        }
    });
    let books = Books::audit(&launch).unwrap();
    for account in ["ALPHA", "BRAVO"] {
        let names = i64::try_from(cuts * AT_ONCE * CLIENTS / 2).unwrap();
        assert_eq!(books.balance(account).unwrap(), 100_000_000 - PRICE * names, "each name is paid once");
    }
}

/// Sends creates, cuts the connection before an answer is read, and asks again for each name. Every other time the cut
/// waits until all is done.
fn cut_off(server: &Server, account: &str, prefix: &str, cut: usize) {
    let names: Vec<String> = (0..AT_ONCE).map(|number| format!("c{prefix}-{number}.test")).collect();
    let mut first = server.login(account).unwrap();
    let mut second = server.login(account).unwrap();
    let requests: Vec<u8> = names.iter().flat_map(|name| framed(request(name).as_bytes())).collect();
    first.send_bytes(&requests).unwrap();
    let is_done = cut % 2 == 1;
    if is_done {
        let all =
            Patience::seconds(10).until(|| (existing(&mut second, &names).len() == AT_ONCE).then_some(()));
        assert!(all.is_some(), "{prefix}: not done in time");
    }
    first.cut();
    for name in &names {
        match create(&mut second, name, 1).unwrap() {
            2302 => {}
            1000 if !is_done => assert_eq!(create(&mut second, name, 1).unwrap(), 2302),
            code => panic!("{name}: {code}, and it was done before: {is_done}"),
        }
        assert_eq!(owner(&mut second, name), account);
    }
}

fn request(name: &str) -> String {
    testkit::command(
        &format!(
            "<create><domain:create><domain:name>{name}</domain:name><domain:period unit=\"y\">1</domain:period>\
             <domain:authInfo><domain:pw/></domain:authInfo></domain:create></create>"
        ),
        None,
    )
}

fn owner(client: &mut EppClient, name: &str) -> String {
    let info = format!("<info><domain:info><domain:name>{name}</domain:name></domain:info></info>");
    client.command(&info).unwrap().at("domain:clID").unwrap()
}

const CLIENTS: usize = 4;
/// Creates on one connection before it is cut.
const AT_ONCE: usize = 5;
/// What a year in the zone `test` costs, in cents.
const PRICE: i64 = 1000;
