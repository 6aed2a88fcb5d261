//! kill -9 in the middle of writing: what was acknowledged is there, once, and paid once; what was refused is not.
//!
//! Three rounds; a thousand under `cargo xtask endure`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

mod attempts;
mod creation;

use std::{
    sync::{
        Barrier,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use attempts::Attempts;
use creation::{create, existing};
use testkit::{Books, EppClient, Launch, Patience, Server, rounds};

#[test]
fn nothing_that_was_acknowledged_is_lost_and_nothing_is_billed_twice() {
    survive_kills(SESSIONS);
}

/// What one session alone is answered stands in the redo log first.
#[test]
fn one_session_loses_nothing_either() {
    survive_kills(1);
}

fn survive_kills(sessions: usize) {
    let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
    // Enough for a thousand rounds.
    launch.open_account("WRITER", SECRET, "100000000.00").unwrap();
    let mut created = 0;
    for round in 0..rounds(3, 1000) {
        let attempts = write_until_killed(&launch, round, sessions);
        let server = launch.start().unwrap();
        created += audit(&server, &attempts, created, sessions);
        server.terminate().unwrap();
    }
}

/// Whoever runs these tests a thousand times does not want as many folders of them.
#[test]
fn what_a_killed_server_leaves_goes_with_its_test() {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let ca_file = server.ready().ca_file.clone();
    let launch = server.kill().unwrap();
    assert!(ca_file.exists() && ca_file.starts_with(launch.home()), "{}", ca_file.display());
    drop(launch);
    assert!(!ca_file.exists());
}

/// Sessions that create as fast as they can, until the server is killed under them.
fn write_until_killed(launch: &Launch, round: usize, sessions: usize) -> Attempts {
    let server = launch.start().unwrap();
    let (started, written) = (Barrier::new(sessions), AtomicUsize::new(0));
    thread::scope(|scope| {
        let (server, started, written) = (&server, &started, &written);
        let writers: Vec<_> = (0..sessions)
            .map(|number| {
                scope.spawn(move || {
                    let mut client = server.login_with("WRITER", SECRET).unwrap();
                    started.wait();
                    write(&mut client, &format!("k{round}-{number}"), written)
                })
            })
            .collect();
        // In the middle of it, and at another moment in every round.
        Patience::seconds(20).until(|| (written.load(Ordering::Relaxed) > SESSIONS).then_some(()));
        thread::sleep(Duration::from_millis(37 * (round as u64 % 11)));
        server.kill_now().unwrap();
        writers.into_iter().map(|writer| writer.join().unwrap()).fold(Attempts::default(), Attempts::and)
    })
}

fn write(client: &mut EppClient, prefix: &str, written: &AtomicUsize) -> Attempts {
    let mut attempts = Attempts::default();
    for number in 0.. {
        // Every fifth is one that the server has to refuse.
        let (name, years) = (format!("{prefix}-{number}.test"), if number % 5 == 4 { 11 } else { 1 });
        match create(client, &name, years) {
            Ok(1000) => {
                written.fetch_add(1, Ordering::Relaxed);
                attempts.acknowledged.push(name);
            }
            Ok(2004) if years == 11 => attempts.refused.push(name),
            Ok(code) => panic!("{name} was answered with {code}"),
            Err(_) => {
                attempts.unanswered.push(name);
                return attempts;
            }
        }
    }
    attempts
}

/// Looks at what a killed server has left. Answers how many names there are now that were not there before.
fn audit(server: &Server, attempts: &Attempts, before: usize, sessions: usize) -> usize {
    let mut client = server.login_with("WRITER", SECRET).unwrap();
    assert!(
        attempts.acknowledged.len() > SESSIONS,
        "hardly anything was written: {}",
        attempts.acknowledged.len()
    );
    assert_eq!(
        existing(&mut client, &attempts.acknowledged),
        attempts.acknowledged,
        "acknowledged, and lost"
    );
    assert_eq!(existing(&mut client, &attempts.refused), [""; 0], "refused, and there");
    assert!(
        (1..=sessions).contains(&attempts.unanswered.len()),
        "the kill was not in the middle of anything"
    );

    let done = existing(&mut client, &attempts.unanswered).len();
    let spent = |names: usize| 10_000_000_000 - PRICE * i64::try_from(names).unwrap();
    let balance = || Books::audit(server.launch()).unwrap().balance("WRITER").unwrap();
    assert_eq!(balance(), spent(before + attempts.acknowledged.len() + done), "each name is paid once");

    // A client that got no answer asks again: it gets the name, or hears that it is taken, and pays once.
    for name in &attempts.unanswered {
        let code = create(&mut client, name, 1).unwrap();
        assert!(matches!(code, 1000 | 2302), "{name}: {code}");
    }
    let all = attempts.acknowledged.len() + existing(&mut client, &attempts.unanswered).len();
    assert_eq!(balance(), spent(before + all), "a retry is paid at most once");
    all
}

const SESSIONS: usize = 64;
const SECRET: &str = "writer-secret";
/// What a year in the zone `test` costs, in cents.
const PRICE: i64 = 1000;
