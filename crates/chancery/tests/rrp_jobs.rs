//! The job queue of RRPproxy survives a crash: what was accepted is carried out, once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

mod calls;

use std::time::Duration;

use calls::{code, form, post};
use serde_json::json;
use testkit::{Books, Launch, Patience, Server, rounds};

#[test]
fn jobs_are_carried_out_once_across_a_crash() {
    (0..rounds(1, 50))
        .for_each(|round| crash_amid_jobs(Duration::from_millis(7) * u32::try_from(round).unwrap()));
}

fn crash_amid_jobs(after: Duration) {
    let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
    let server = launch.start().unwrap();
    for number in 0..JOBS {
        ask(&server, &format!("COMMAND=AddDomain\nDOMAIN=j{number}.test"));
    }
    // A renewal that was done twice would show.
    for number in 0..JOBS {
        ask(&server, &format!("COMMAND=RenewDomain\nDOMAIN=j{number}.test\nJOBQUEUE=1"));
    }
    std::thread::sleep(after);
    let launch = server.kill().unwrap();

    let server = launch.start().unwrap();
    let done = Patience::seconds(60).until(|| {
        // What was handed out before the crash is handed out again when its next reminder comes.
        let minute = json!({"advance": "1min"});
        server.control().unwrap().demand("POST", "/sandbox/clock", Some(&minute)).unwrap();
        let jobs = ask(&server, "COMMAND=QueryJobList\nWIDE=1");
        (jobs.matches("= SUCCESSFUL").count() == JOBS).then_some(())
    });
    assert!(done.is_some(), "{}", ask(&server, "COMMAND=QueryJobList\nWIDE=1"));
    let renewed = ask(&server, "COMMAND=QueryDomainList\nTYPE=SHOWRENEWED");
    assert!(renewed.contains(&format!("property[total][0] = {JOBS}\n")), "{renewed}");
    assert!(server.terminate().unwrap().status.success());
    Books::audit(&launch).unwrap();
}

fn ask(server: &Server, command: &str) -> String {
    let answer = post(server, &form("alpha", "alpha-secret", command));
    assert_eq!(code(&answer), 200, "{answer}");
    answer
}

const JOBS: usize = 40;
