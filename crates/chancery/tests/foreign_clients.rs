//! EPP clients that other people wrote, unchanged, against the real server: only host, port, authority and
//! credentials are told to them. Each lives a domain's life with two accounts: create with DS data, renew, transfer
//! with poll on both sides, delete, restore.
//!
//! A client that is not installed is skipped with a loud line; with `CI=true` its absence is a failure.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

use std::{
    env,
    path::PathBuf,
    process::{Command, Output},
};

use testkit::{Launch, skipped};

/// Net::EPP of CPAN (Debian: libnet-epp-perl).
#[test]
fn perl_net_epp() {
    let perl = || Command::new("perl");
    if is_there("perl with Net::EPP", perl().args(["-MNet::EPP::Simple", "-e", "1"])) {
        live_a_life(perl(), "net_epp.pl");
    }
}

/// pyepp of PyPI; `CHANCERY_PYTHON` names the interpreter that has it.
#[test]
fn python_pyepp() {
    let python = || Command::new(env::var("CHANCERY_PYTHON").unwrap_or_else(|_| "python3".to_owned()));
    if is_there("python with pyepp", python().args(["-c", "import pyepp"])) {
        live_a_life(python(), "pyepp_life.py");
    }
}

fn live_a_life(mut client: Command, script: &str) {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/clients").join(script);
    let ca_file = &server.ready().ca_file;
    client.arg(&script).args(["localhost", &server.epp().port().to_string()]).arg(ca_file);
    let accounts = ["ALPHA", "BRAVO"].map(|name| [name, server.ready().secret(name).unwrap()]);
    client.args(accounts.concat()).env("SSL_CERT_FILE", ca_file).env("PYTHONDONTWRITEBYTECODE", "1");
    let Output { status, stdout, stderr } = client.output().unwrap();
    let (said, complained) = (String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
    assert!(
        status.success(),
        "{} ended with {status}\n{said}\n{complained}\n{}",
        script.display(),
        server.log()
    );
    assert!(
        said.trim_end().ends_with("a whole life"),
        "{} did not come to its end\n{said}\n{complained}",
        script.display()
    );
}

fn is_there(what: &str, probe: &mut Command) -> bool {
    let there = probe.output().is_ok_and(|output| output.status.success());
    assert!(there || env::var("CI").is_err(), "{what} is not installed, and in CI it has to be");
    if !there {
        skipped(&format!("{what} is not installed"));
    }
    there
}
