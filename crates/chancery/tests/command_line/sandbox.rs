//! The sandbox's contract.

use std::fs;
use std::net::TcpListener;
use std::path::Path;

use rustix::process::Signal;
use serde_json::json;

use crate::client::{Epp, get, get_secure, login};
use testkit::FREE_PORTS;

use crate::process::{Server, run};

#[test]
fn the_ready_file_says_where_everything_is() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::sandbox(folder.path());
    let listeners = server.ready["listeners"].as_object().unwrap();
    assert_eq!(
        listeners.keys().collect::<Vec<_>>(),
        ["epp", "nominet", "nominet_classic", "rrp", "http", "https"]
    );
    for address in listeners.values() {
        let address: std::net::SocketAddr = address.as_str().unwrap().parse().unwrap();
        assert!(address.ip().is_loopback() && address.port() != 0, "{address}");
    }
    let ca_file = Path::new(server.ready["ca_file"].as_str().unwrap());
    assert!(ca_file.is_absolute() && ca_file.starts_with(folder.path()) && ca_file.is_file());
    let accounts = json!([
        {"id": "ALPHA", "login": "alpha", "wapi_user": "alpha@example.test", "secret": "alpha-secret"},
        {"id": "BRAVO", "login": "bravo", "wapi_user": "bravo@example.test", "secret": "bravo-secret"},
    ]);
    assert_eq!(server.ready["accounts"], accounts);
    assert_eq!(server.ready.as_object().unwrap().len(), 3);
}

#[test]
fn every_listener_of_the_ready_file_answers() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::sandbox(folder.path());
    let http = server.address("http");
    assert!(get(&http, "/healthz").starts_with("HTTP/1.1 200") && get(&http, "/healthz").ends_with("ok\n"));
    assert!(get(&http, "/").contains(&server.address("epp")));
    assert!(get(&http, "/nothing").starts_with("HTTP/1.1 404"));
    assert!(get_secure(&server, "/metrics").contains("chancery_connections{listener=\"https\"} 1"));
    assert_eq!(login(&server, "ALPHA", "alpha-secret"), 1000);
    assert_eq!(login(&server, "BRAVO", "bravo-secret"), 1000);
    assert_eq!(login(&server, "BRAVO", "alpha-secret"), 2200);
}

#[test]
fn a_signal_ends_it_gracefully_with_exit_code_0() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let folder = tempfile::tempdir().unwrap();
        let server = Server::sandbox(folder.path());
        let mut session = Epp::connect(&server, None);
        assert_eq!(session.login("ALPHA", "alpha-secret"), 1000);
        let ready_file = server.ready_file().to_owned();
        assert!(ready_file.exists());
        let ended = server.stop(signal);
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        assert!(!ready_file.exists());
        assert!(session.is_told_to_go());
        assert!(ended.err.contains("stopped") && !ended.err.contains("WARN"), "{}", ended.err);
    }
}

#[test]
fn what_was_there_is_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let ca = || fs::read(folder.path().join("tls/ca.pem")).unwrap();
    let keys = || fs::read(folder.path().join("keys")).unwrap();
    Server::sandbox(folder.path()).stop(Signal::TERM).ok();
    let first = (ca(), keys());
    let server = Server::sandbox(folder.path());
    assert_eq!((ca(), keys()), first);
    assert_eq!(login(&server, "ALPHA", "alpha-secret"), 1000);
}

#[test]
fn a_second_server_on_the_same_data_is_refused_and_the_first_does_not_notice() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::sandbox(folder.path());
    let data = folder.path().to_str().unwrap();
    let refused = run(&[&["serve", "--data", data][..], &FREE_PORTS].concat()).failed(1);
    assert!(refused.contains("another server runs on this data"), "{refused}");
    assert_eq!(login(&server, "ALPHA", "alpha-secret"), 1000);
    assert!(get(&server.address("http"), "/healthz").ends_with("ok\n"));
}

#[test]
fn a_port_that_is_taken_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let mut flags = FREE_PORTS;
    flags[1] = &address;
    let refused = run(&[&["serve", "--in-memory"][..], &flags].concat()).failed(1);
    assert!(refused.contains("epp") && refused.contains(&address), "{refused}");
}

#[test]
fn in_memory_nothing_is_left() {
    let server = Server::start(&[&["--in-memory"][..], &FREE_PORTS].concat());
    let ca_file = server.ready["ca_file"].as_str().unwrap().to_owned();
    assert!(Path::new(&ca_file).is_file());
    assert_eq!(login(&server, "ALPHA", "alpha-secret"), 1000);
    server.stop(Signal::TERM).ok();
    assert!(!Path::new(&ca_file).parent().unwrap().exists());
}

#[test]
fn it_greets_whoever_started_it_and_keeps_secrets_from_others() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::sandbox(folder.path());
    let epp = server.address("epp");
    assert_eq!(login(&server, "ALPHA", "alpha-secret"), 1000);
    let ended = server.stop(Signal::TERM);
    assert!(
        ended.out.contains(&format!("-connect {epp}")) && ended.out.contains("chancery explain"),
        "{}",
        ended.out
    );
    assert!(!ended.err.contains("alpha-secret"), "{}", ended.err);
    let journal = fs::read_to_string(folder.path().join("journal/journal.jsonl")).unwrap();
    assert!(journal.contains("ALPHA") && !journal.contains("alpha-secret"), "{journal}");
}

#[test]
fn policies_of_a_folder_take_the_place_of_those_compiled_in() {
    let folder = tempfile::tempdir().unwrap();
    let policies = folder.path().join("policies");
    fs::create_dir(&policies).unwrap();
    let start = || {
        let arguments = ["serve", "--in-memory", "--policies", policies.to_str().unwrap()];
        run(&arguments).failed(1)
    };
    assert!(start().contains("no policy"));
    fs::write(policies.join("a.toml"), "name = \"a\"\ncolour = \"red\"\n").unwrap();
    let refused = start();
    assert!(refused.contains("a.toml") && refused.contains("colour"), "{refused}");
}

#[test]
fn a_disk_that_fails_ends_the_server_with_exit_code_1_and_loses_nothing_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let listeners = [&["--data", data][..], &FREE_PORTS].concat();
    let server = Server::start_with_bad_disk(1024, &[&listeners[..], &["--no-journal"]].concat());
    let mut session = Epp::connect(&server, None);
    assert_eq!(session.login("ALPHA", "alpha-secret"), 1000);
    let created =
        (0..5000).take_while(|number| session.create(&format!("name-{number}.test")) == Some(1000)).count();
    assert!((1..5000).contains(&created), "{created} names fit a broken disk");
    let ready_file = server.ready_file().to_owned();
    let ended = server.wait();
    assert_eq!(ended.code, Some(1), "{}", ended.err);
    assert!(ended.err.contains("the store cannot go on") && !ready_file.exists(), "{}", ended.err);

    let server = Server::start(&listeners);
    let mut session = Epp::connect(&server, None);
    assert_eq!(session.login("ALPHA", "alpha-secret"), 1000);
    for number in 0..created {
        assert_eq!(session.create(&format!("name-{number}.test")), Some(2302), "name-{number}.test");
    }
    run(&["ledger", "verify", "--data", data]).ok();
    let counted = get(&server.address("http"), "/metrics");
    assert!(counted.contains(&format!("chancery_domains {created}")), "{created}\n{counted}");
}
