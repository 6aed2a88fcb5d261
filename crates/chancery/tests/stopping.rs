//! A graceful stop under load: what was acknowledged is there, what was not is not, and nothing is left unsaid.

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
use testkit::{Books, EppClient, Launch, Patience, Stopped, rounds};

#[test]
fn a_stop_under_load_leaves_nothing_in_doubt() {
    (0..rounds(1, 100)).for_each(|_| stop_under_load());
}

fn stop_under_load() {
    let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
    let (attempts, stopped) = write_until_stopped(&launch);
    assert!(stopped.status.success(), "{}\n{}", stopped.status, stopped.log);
    assert!(stopped.took < Duration::from_secs(6), "it took {:?}", stopped.took);
    assert!(attempts.acknowledged.len() > SESSIONS, "hardly anything was written");

    let server = launch.start().unwrap();
    let mut client = server.login("ALPHA").unwrap();
    assert_eq!(
        existing(&mut client, &attempts.acknowledged),
        attempts.acknowledged,
        "acknowledged, and lost"
    );
    assert_eq!(existing(&mut client, &attempts.refused), [""; 0], "refused, and there");
    assert_eq!(existing(&mut client, &attempts.unanswered), [""; 0], "not answered, and there");
    Books::audit(&launch).unwrap();
}

fn write_until_stopped(launch: &Launch) -> (Attempts, Stopped) {
    let server = launch.start().unwrap();
    let sessions: Vec<EppClient> = (0..SESSIONS).map(|_| server.login("ALPHA").unwrap()).collect();
    let (started, written) = (&Barrier::new(SESSIONS), &AtomicUsize::new(0));
    thread::scope(|scope| {
        let writers: Vec<_> = sessions
            .into_iter()
            .enumerate()
            .map(|(number, client)| {
                scope.spawn(move || {
                    started.wait();
                    write(client, number, written)
                })
            })
            .collect();
        Patience::seconds(20).until(|| (written.load(Ordering::Relaxed) > 4 * SESSIONS).then_some(()));
        let stopped = server.terminate().unwrap();
        let attempts =
            writers.into_iter().map(|writer| writer.join().unwrap()).fold(Attempts::default(), Attempts::and);
        (attempts, stopped)
    })
}

fn write(mut client: EppClient, session: usize, written: &AtomicUsize) -> Attempts {
    let mut attempts = Attempts::default();
    for number in 0.. {
        let name = format!("s{session}-{number}.test");
        match create(&mut client, &name, 1) {
            Ok(1000) => {
                written.fetch_add(1, Ordering::Relaxed);
                attempts.acknowledged.push(name);
            }
            Ok(2500) => {
                assert!(client.is_closed(), "said 2500 and did not close");
                attempts.refused.push(name);
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
}

const SESSIONS: usize = 32;
