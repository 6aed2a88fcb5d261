//! `chancery sandbox`, and what production has of it: nothing.

use serde_json::Value;

use crate::client::get;
use crate::process::{Ended, Server, run};
use crate::production::Site;

pub(crate) fn sandbox(server: &Server, arguments: &[&str]) -> Ended {
    let ready = server.ready_file().to_str().unwrap().to_owned();
    run(&[&["sandbox"], arguments, &["--ready-file", &ready]].concat())
}

pub(crate) fn json(server: &Server, arguments: &[&str]) -> Value {
    serde_json::from_str(&sandbox(server, arguments).ok()).unwrap()
}

#[test]
fn time_passes_and_comes_back_with_a_snapshot() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::sandbox(folder.path());
    let now = |answer: &Value| answer["now"].as_str().unwrap().to_owned();
    let before = json(&server, &["snapshot", "before"]);
    let after = json(&server, &["advance", "400d"]);
    assert!(now(&after) > now(&before) && after["count"] == 0);
    assert!(sandbox(&server, &["until", &now(&before)]).failed(1).contains("goes only forward"));
    let back = json(&server, &["restore", "before"]);
    assert!(now(&back) < now(&after));
}

#[test]
fn accounts_faults_and_the_journal_are_at_hand() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::sandbox(folder.path());
    let opened =
        json(&server, &["open", "CHARLIE", "secret=charlie-secret", "balance=25.00", "max_sessions=3"]);
    assert_eq!((opened["balance"].as_str(), opened["max_sessions"].as_u64()), (Some("25.00"), Some(3)));
    let fault = json(&server, &["fault", "store", "unavailable", "next=2", "account=CHARLIE"]);
    assert_eq!((fault["port"].as_str(), fault["next"].as_u64()), (Some("store"), Some(2)));
    assert!(sandbox(&server, &["fault", "store", "boredom"]).failed(1).contains("boredom"));
    assert_eq!(json(&server, &["journal", "object=nothing.test"])["count"], 0);
    let rule = json(&server, &["counterpart", "BRAVO", "approve", "after=2d"]);
    assert!(rule.to_string().contains("approve"), "{rule}");
    assert!(sandbox(&server, &["domain", "nothing.test"]).failed(1).contains("nothing.test"));
}

#[test]
fn the_clock_stays_where_it_was_over_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::sandbox(folder.path());
    let moved = json(&server, &["advance", "1y"])["now"].as_str().unwrap().to_owned();
    server.stop(rustix::process::Signal::TERM);
    let again = Server::sandbox(folder.path());
    assert!(*json(&again, &["clock"])["now"].as_str().unwrap() >= *moved);
}

#[test]
fn without_a_sandbox_it_says_what_to_do() {
    let nobody = run(&["sandbox", "clock", "--http", "127.0.0.1:9"]).failed(1);
    assert!(nobody.contains("chancery serve"), "{nobody}");
}

#[test]
fn production_has_nothing_of_it_and_says_so() {
    let site = Site::new();
    let server = Server::start(&["--config", &site.config()]);
    let told = get(&server.address("http"), "/sandbox/clock");
    assert!(told.starts_with("HTTP/1.1 404") && told.contains("this is a production server"), "{told}");
}
