//! Disks that fail and disks that are full, under the server as it is built.
//!
//! Failing is played by libraries that are preloaded; a full disk is both played and real, where the system lets the test
//! make a small one.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

mod attempts;
mod creation;

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use attempts::Attempts;
use creation::{create, existing};
use testkit::{Books, EppClient, Launch, Patience, Server, preloadable, rounds, skipped};

/// After a sync that failed nothing is acknowledged any more; the server says so and ends within a second. What it had
/// acknowledged is there at the next start.
#[test]
fn a_sync_that_fails_ends_the_server_and_loses_nothing() {
    for round in 0..rounds(2, 100) {
        for mode in ["once", "ever"] {
            let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
            let Some(library) = preloadable(Path::new(FAILING_SYNC), launch.home()) else { return };
            let failing = launch.clone().env("LD_PRELOAD", library).env("SYNC_FAILURE", mode);
            let failing = failing.env("SYNCS_BEFORE_FAILURE", (120 + 7 * round).to_string());
            let server = failing.start().unwrap();
            let attempts = write_until_the_end(&server);
            let patience = Patience::seconds(1);
            let stopped = server.ended().unwrap();
            assert!(!patience.is_over(), "{mode}: it went on for {:?}", patience.spent());
            assert_eq!(stopped.status.code(), Some(1), "{mode}: {}", stopped.log);
            assert!(stopped.log.contains("the store cannot go on"), "{mode}: {}", stopped.log);

            let server = launch.start().unwrap();
            let mut client = server.login("ALPHA").unwrap();
            assert!(attempts.acknowledged.len() > 5, "{mode}: hardly anything was written");
            assert_eq!(existing(&mut client, &attempts.acknowledged), attempts.acknowledged, "{mode}: lost");
            let done = existing(&mut client, &attempts.unanswered).len();
            let spent = PRICE * i64::try_from(attempts.acknowledged.len() + done).unwrap();
            assert_eq!(
                Books::audit(&launch).unwrap().balance("ALPHA").unwrap(),
                100_000_000 - spent,
                "{mode}"
            );
        }
    }
}

/// Sessions that create until they are told to go or cut off.
fn write_until_the_end(server: &Server) -> Attempts {
    thread::scope(|scope| {
        let write = |session: usize| {
            let mut client = server.login("ALPHA").unwrap();
            let mut attempts = Attempts::default();
            for number in 0.. {
                let name = format!("s{session}-{number}.test");
                match create(&mut client, &name, 1) {
                    Ok(1000) => attempts.acknowledged.push(name),
                    Ok(code @ (2400 | 2500)) => {
                        // What comes of it is not known, or nothing: 2500 does not say which.
                        assert!(code == 2400 || client.is_closed(), "said 2500 and did not close");
                        attempts.unanswered.push(name);
                        return attempts;
                    }
                    Ok(code) => panic!("{name} was answered with {code}"),
                    Err(_) => {
                        attempts.unanswered.push(name);
                        return attempts;
                    }
                }
            }
            attempts
        };
        let sessions: Vec<_> = (0..8).map(|session| scope.spawn(move || write(session))).collect();
        sessions.into_iter().map(|session| session.join().unwrap()).fold(Attempts::default(), Attempts::and)
    })
}

/// A disk without room, played: no file in the data directory takes another byte.
#[test]
fn a_full_disk_refuses_changes_and_recovers() {
    let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
    let Some(library) = preloadable(Path::new(FAILING_WRITE), launch.home()) else { return };
    let full = launch.home().join("full");
    let data = launch.data();
    let launch = launch.env("LD_PRELOAD", library).env("FAILING_FILE", data).env("FULL_WHILE", &full);
    let server = launch.start().unwrap();
    for round in 0..rounds(2, 20) {
        survive_a_full_disk(
            &server,
            round,
            || fs::write(&full, "").unwrap(),
            || fs::remove_file(&full).unwrap(),
        );
    }
    let spent = 100_000_000 - Books::audit(&launch).unwrap().balance("ALPHA").unwrap();
    let mut client = server.login("ALPHA").unwrap();
    let kept = (0..rounds(2, 20)).map(|round| existing(&mut client, &names(round)).len()).sum::<usize>();
    assert_eq!(spent, PRICE * i64::try_from(kept).unwrap(), "each name is paid once, and no other");
}

/// A disk without room, really: a small file system, which another file fills.
#[test]
fn a_small_file_system_that_is_full_refuses_changes_and_recovers() {
    let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
    let data = launch.data();
    fs::create_dir(&data).unwrap();
    let mount = format!("mount -t tmpfs -o size=32m tmpfs '{}' && exec \"$@\"", data.display());
    // In a name space of its own, so that it goes away with the server.
    let within = ["unshare", "-rm", "sh", "-c", &mount, "sh"];
    let tried = Command::new(within[0]).args(&within[1..]).arg("true").stderr(Stdio::null()).status();
    if !tried.is_ok_and(|status| status.success()) {
        return skipped("this system does not let a test mount a small file system");
    }
    let server = launch.within(within).start().unwrap();
    let ballast = format!("/proc/{}/root{}/ballast", server.pid(), data.display());
    for round in 0..rounds(2, 20) {
        survive_a_full_disk(&server, round, || fill(&ballast), || fs::remove_file(&ballast).unwrap());
    }
    assert!(server.terminate().unwrap().status.success());
}

/// Writes until there is no room.
fn fill(file: &str) {
    let full = fs::write(file, vec![0; 64 << 20]);
    assert!(full.is_err(), "there was room for 64 MiB");
}

/// Changes are refused for now and questions answered while the disk is full; within five seconds after there is room,
/// changes are made.
fn survive_a_full_disk(server: &Server, round: usize, fill: impl Fn(), free: impl Fn()) {
    let mut client = server.login("ALPHA").unwrap();
    let names = names(round);
    let (before, rest) = names.split_at(20);
    let (during, after) = rest.split_at(100);
    assert_eq!(codes(&mut client, before), [1000; 20]);
    fill();
    // There may be room within what is allocated already, in the redo log most of all.
    let codes_meanwhile = codes(&mut client, during);
    assert!(codes_meanwhile.iter().all(|code| matches!(code, 1000 | 2400)), "{codes_meanwhile:?}");
    assert!(codes_meanwhile.contains(&2400), "the disk was never full");
    let kept: Vec<String> = during
        .iter()
        .zip(&codes_meanwhile)
        .filter(|(_, code)| **code == 1000)
        .map(|(name, _)| name.clone())
        .collect();
    assert_eq!(existing(&mut client, before), before, "questions are answered");
    assert_eq!(existing(&mut client, during), kept, "refused, and there");
    let info = format!("<info><domain:info><domain:name>{}</domain:name></domain:info></info>", before[0]);
    assert_eq!(client.command(&info).unwrap().code(), Some(1000));
    let mut other = server.login("BRAVO").unwrap();
    assert_eq!(other.command("<poll op=\"req\"/>").unwrap().code(), Some(1300));

    free();
    let again = Patience::of(Duration::from_secs(5))
        .until(|| (create(&mut client, &after[0], 1).unwrap() == 1000).then_some(()));
    assert!(again.is_some(), "no change is made although there is room again");
    assert_eq!(codes(&mut client, &after[1..]), [1000; 19]);
}

/// The names of a round.
fn names(round: usize) -> Vec<String> {
    (0..140).map(|number| format!("full-{round}-{number}.test")).collect()
}

fn codes(client: &mut EppClient, names: &[String]) -> Vec<u32> {
    names.iter().map(|name| create(client, name, 1).unwrap()).collect()
}

const FAILING_SYNC: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../store/tests/contract/sqlite/failing_sync.c");
const FAILING_WRITE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../store/tests/contract/sqlite/failing_write.c");
/// What a year in the zone `test` costs, in cents.
const PRICE: i64 = 1000;
