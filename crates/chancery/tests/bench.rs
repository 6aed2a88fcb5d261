//! The load generator against a real server, short: so that it cannot rot.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use serde_json::Value;

const QUICK: [&str; 13] = [
    "bench",
    "--quick",
    "--json",
    "--names",
    "60",
    "--seconds",
    "0.1",
    "--sessions",
    "1,5",
    "--idle",
    "20",
    "--threads",
    "2",
];

fn chancery() -> Command {
    Command::new(env!("CARGO_BIN_EXE_chancery"))
}

fn report(output: &Output) -> Value {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stdout));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn goals(report: &Value) -> Vec<&str> {
    report["goals"].as_array().unwrap().iter().map(|goal| goal["id"].as_str().unwrap()).collect()
}

/// Every workload at every number of sessions was measured, nothing failed, and all that was created is there.
fn assert_sound(report: &Value) {
    let rows = report["rows"].as_array().unwrap();
    let measured: Vec<_> = rows
        .iter()
        .map(|row| (row["workload"].as_str().unwrap(), row["sessions"].as_u64().unwrap()))
        .collect();
    let expected = ["check", "info", "create", "login"].into_iter().flat_map(|kind| [(kind, 1), (kind, 5)]);
    assert_eq!(measured, expected.collect::<Vec<_>>());
    for row in rows {
        assert!(row["rate"].as_f64().unwrap() > 0.0 && row["ratio"].as_f64().unwrap() > 0.0, "{row}");
    }
    assert_eq!(report["failures"]["count"], 0);
    assert!(report["audit"]["acknowledged"].as_u64().unwrap() > 0);
    assert_eq!((&report["audit"]["missing"], &report["passed"]), (&Value::from(0), &Value::from(true)));
}

#[test]
fn a_server_of_its_own_is_measured_killed_and_audited() {
    let folder = tempfile::tempdir().unwrap();
    let output = chancery().args(QUICK).arg("--dir").arg(folder.path()).output().unwrap();
    let report = report(&output);
    assert_sound(&report);
    assert_eq!(report["audit"]["ledger"], true);
    assert!(report["slow_per_sync"].as_f64().unwrap() > 1.0, "five sessions share the syncs of a slow disk");
    // The goals that are about 1 or 64 sessions: of these, only those about 1 were measured.
    assert_eq!(goals(&report), ["P2", "P5", "P16", "P17", "P19", "P19", "P19"]);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "the data folder is removed");
}

#[test]
fn a_server_that_runs_already_is_measured() {
    let folder = tempfile::tempdir().unwrap();
    let server = Running::start(folder.path());
    let ready: Value = serde_json::from_slice(&fs::read(folder.path().join("ready")).unwrap()).unwrap();
    let mut bench = chancery();
    bench.args(QUICK).arg("--dir").arg(folder.path());
    bench.args(["--target", ready["listeners"]["epp"].as_str().unwrap()]);
    bench.args(["--ca", ready["ca_file"].as_str().unwrap(), "--login", "ALPHA"]);
    bench.args(["--pid", &server.0.id().to_string()]).env("CHANCERY_BENCH_PASSWORD", "alpha-secret");
    let report = report(&bench.output().unwrap());
    assert_sound(&report);
    assert_eq!(
        report["audit"]["ledger"],
        Value::Null,
        "the ledger of somebody else's server is out of reach"
    );
    assert!(report["idle"]["bytes_each"].as_f64().is_some(), "its process is known");
}

#[test]
fn a_login_that_is_refused_is_an_error_and_no_report() {
    let folder = tempfile::tempdir().unwrap();
    let _server = Running::start(folder.path());
    let ready: Value = serde_json::from_slice(&fs::read(folder.path().join("ready")).unwrap()).unwrap();
    let mut bench = chancery();
    bench.args(QUICK).args(["--target", ready["listeners"]["epp"].as_str().unwrap()]);
    bench.args(["--ca", ready["ca_file"].as_str().unwrap(), "--login", "ALPHA", "--password", "wrong"]);
    let output = bench.output().unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("2200"), "{output:?}");
}

/// A sandbox in memory; killed when dropped.
struct Running(Child);

impl Running {
    fn start(folder: &Path) -> Self {
        let ready = folder.join("ready");
        let mut command = chancery();
        command.args(["serve", "--in-memory"]).args(testkit::FREE_PORTS).arg("--ready-file").arg(&ready);
        // One that is killed does not remove what it keeps there.
        command.env("TMPDIR", folder);
        let running = Self(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
        for _ in 0..1000 {
            if ready.exists() {
                return running;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("the server does not become ready");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
