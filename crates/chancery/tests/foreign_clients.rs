//! Clients that other people wrote, unchanged, against the real server: only where it is and credentials are told to
//! them. Those of EPP live a domain's life with two accounts: create with DS data, renew, transfer with poll on both
//! sides, delete, restore. Those of WAPI live the life of a DNS zone, the most able of them a domain's too, and one
//! gets a certificate; those of RRPproxy live a domain's, those of HEXONET both.
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

use testkit::{Launch, Server, skipped};

/// Net::EPP of CPAN (Debian: libnet-epp-perl).
#[test]
fn perl_net_epp() {
    let perl = || Command::new("perl");
    if is_there("perl with Net::EPP", perl().args(["-MNet::EPP::Simple", "-e", "1"])) {
        live_a_life(perl(), "net_epp.pl");
    }
}

/// The same against Nominet's std family, where a release takes the place of a transfer.
#[test]
fn perl_net_epp_with_nominet() {
    let perl = || Command::new("perl");
    if is_there("perl with Net::EPP", perl().args(["-MNet::EPP::Simple", "-e", "1"])) {
        live_with_nominet("nominet", perl(), "net_epp_nominet.pl");
    }
}

/// eppzy of PyPI, which was written for Nominet's std family. Python took away in version 3.12 what it opens connections by.
#[test]
fn python_eppzy() {
    if is_there("python with eppzy", python().args(["-c", "import ssl, eppzy.nominet; ssl.wrap_socket"])) {
        live_with_nominet("nominet", python(), "eppzy_life.py");
    }
}

/// EPP of PyPI (eppy) with the schemas of Nominet's nom family; up to Python 3.11, too.
#[test]
fn python_eppy_with_nominet() {
    if is_there("python with eppy", python().args(["-c", "import ssl, eppy.client; ssl.wrap_socket"])) {
        live_with_nominet("nominet_classic", python(), "eppy_nominet_life.py");
    }
}

/// pyepp of PyPI; `CHANCERY_PYTHON` names the interpreter that has it, and the clients of WAPI.
#[test]
fn python_pyepp() {
    if is_there("python with pyepp", python().args(["-c", "import pyepp"])) {
        live_a_life(python(), "pyepp_life.py");
    }
}

/// dns-lexicon of PyPI.
#[test]
fn python_dns_lexicon() {
    if is_there("python with dns-lexicon", python().args(["-c", "import lexicon, wedos_wapi_client"])) {
        live_with_wapi(python(), "lexicon_life.py", &["ALPHA"]);
    }
}

/// certbot's plugin certbot-dns-wedos of PyPI.
#[test]
fn python_certbot_dns_wedos() {
    let probe = "import certbot_dns_wedos, wedos_wapi_client";
    if is_there("python with certbot-dns-wedos", python().args(["-c", probe])) {
        live_with_wapi(python(), "certbot_dns_wedos_life.py", &["ALPHA"]);
    }
}

/// wedos-wapi-client of PyPI.
#[test]
fn python_wedos_wapi_client() {
    if is_there("python with wedos-wapi-client", python().args(["-c", "import wedos_wapi_client"])) {
        live_with_wapi(python(), "wedos_wapi_client_life.py", &["ALPHA", "BRAVO"]);
    }
}

/// lego (Debian: lego), which gets a certificate from pebble (Debian: pebble). The zone is added by wedos-wapi-client.
#[test]
fn go_lego() {
    let all_there =
        is_there("python with wedos-wapi-client", python().args(["-c", "import wedos_wapi_client"]))
            && is_there("lego", Command::new("lego").arg("--version"))
            && is_there("pebble", Command::new("pebble").arg("-h"))
            && is_there("openssl", Command::new("openssl").arg("version"));
    if all_there {
        live_with_wapi(python(), "lego_life.py", &["ALPHA"]);
    }
}

/// rrpproxy of PyPI.
#[test]
fn python_rrpproxy() {
    if is_there("python with rrpproxy", python().args(["-c", "import rrpproxy"])) {
        live_with_rrp(python(), "rrpproxy_life.py");
    }
}

/// centralnicreseller.apiconnector of PyPI.
#[test]
fn python_centralnicreseller() {
    let probe = "import centralnicreseller.apiconnector.apiclient";
    if is_there("python with centralnicreseller.apiconnector", python().args(["-c", probe])) {
        live_with_rrp(python(), "centralnic_life.py");
    }
}

/// hexonet.apiconnector of PyPI, which asks the server how names with other letters than ASCII's are written.
#[test]
fn python_hexonet() {
    let probe = "import hexonet.apiconnector.apiclient";
    if is_there("python with hexonet.apiconnector", python().args(["-c", probe])) {
        live_with_rrp(python(), "hexonet_life.py");
    }
}

/// ispapi of PyPI.
#[test]
fn python_ispapi() {
    if is_there("python with ispapi", python().args(["-c", "import ispapi"])) {
        live_with_rrp(python(), "ispapi_life.py");
    }
}

/// @hexonet/ispapi-apiconnector of npm; `CHANCERY_NODE` names the folder that it is installed in.
#[test]
fn node_ispapi() {
    let script = "ispapi_life.mjs";
    if is_there("node with @hexonet/ispapi-apiconnector", Command::new("node").arg(path(script))) {
        live_with_rrp(Command::new("node"), script);
    }
}

fn python() -> Command {
    Command::new(env::var("CHANCERY_PYTHON").unwrap_or_else(|_| "python3".to_owned()))
}

/// Host, port, authority, and two accounts.
fn live_a_life(client: Command, script: &str) {
    let server = start();
    live_at(server.epp().port(), &server, client, script);
}

/// The same with a registry of tags, of which BRAVO wants to be asked before it gets domains and ALPHA has names in every
/// state.
fn live_with_nominet(listener: &str, client: Command, script: &str) {
    let (server, asks) = (start(), serde_json::json!({"handshake": "always"}));
    let seed = serde_json::json!({"tags": ["ALPHA"], "each": 1});
    let control = server.control().unwrap();
    control.demand("PUT", "/sandbox/tags/BRAVO", Some(&asks)).unwrap();
    control.demand("POST", "/sandbox/seeds/nominet", Some(&seed)).unwrap();
    live_at(server.listener(listener).unwrap().port(), &server, client, script);
}

/// The same at a port of a server.
fn live_at(port: u16, server: &Server, mut client: Command, script: &str) {
    let ca_file = &server.ready().ca_file;
    client.arg(path(script)).args(["localhost", &port.to_string()]).arg(ca_file);
    let accounts = ["ALPHA", "BRAVO"].map(|name| [name, server.ready().secret(name).unwrap()]);
    client.args(accounts.concat()).env("SSL_CERT_FILE", ca_file);
    run(client, server);
}

fn live_with_wapi(client: Command, script: &str, accounts: &[&str]) {
    live_over_http(client, script, "/wapi/json", accounts, |name| format!("{name}@example.test"));
}

fn live_with_rrp(client: Command, script: &str) {
    live_over_http(client, script, "/api/call.cgi", &["ALPHA", "BRAVO"], str::to_owned);
}

/// URL and accounts, each by the user that it is there.
fn live_over_http(
    mut client: Command,
    script: &str,
    below: &str,
    accounts: &[&str],
    user: impl Fn(&str) -> String,
) {
    let server = start();
    let http = server.ready().listeners.http.unwrap();
    client.arg(path(script)).arg(format!("http://{http}{below}"));
    for name in accounts {
        client.arg(user(&name.to_lowercase())).arg(server.ready().secret(name).unwrap());
    }
    run(client, &server);
}

fn start() -> Server {
    Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap()
}

fn path(script: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/clients").join(script)
}

fn run(mut client: Command, server: &Server) {
    let Output { status, stdout, stderr } = client.env("PYTHONDONTWRITEBYTECODE", "1").output().unwrap();
    let (said, complained) = (String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
    let log = server.log();
    assert!(status.success(), "{client:?} ended with {status}\n{said}\n{complained}\n{log}");
    let is_whole = said.trim_end().ends_with("a whole life");
    assert!(is_whole, "{client:?} did not come to its end\n{said}\n{complained}");
}

fn is_there(what: &str, probe: &mut Command) -> bool {
    let there = probe.output().is_ok_and(|output| output.status.success());
    assert!(there || env::var("CI").is_err(), "{what} is not installed, and in CI it has to be");
    if !there {
        skipped(&format!("{what} is not installed"));
    }
    there
}
