//! A server for real: its configuration, and what it does not do.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustix::process::Signal;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::{get, login};
use crate::process::{Ended, Server, run, run_with};

/// A folder with everything a production server needs. Tests make it unfit in one way each.
pub(crate) struct Site {
    folder: TempDir,
}

impl Site {
    pub(crate) fn new() -> Self {
        let site = Self { folder: tempfile::tempdir().unwrap() };
        site.issue_certificate();
        site.write_config(CONFIG);
        site
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn config(&self) -> String {
        self.path("chancery.toml").to_str().unwrap().to_owned()
    }

    pub(crate) fn write_config(&self, text: &str) {
        fs::write(self.config(), text).unwrap();
    }

    /// The configuration with one piece of text in the place of another.
    pub(crate) fn change_config(&self, from: &str, to: &str) {
        let text = fs::read_to_string(self.config()).unwrap();
        assert!(text.contains(from), "{from}");
        self.write_config(&text.replace(from, to));
    }

    pub(crate) fn serve(&self) -> Ended {
        run(&["serve", "--config", &self.config()])
    }

    fn account(&self, arguments: &[&str], input: &str) -> Ended {
        run_with(&[&["account"], arguments, &["--config", &self.config()]].concat(), input)
    }

    /// An authority of the operator's own, which is in the ready file's place for the client.
    fn issue_certificate(&self) {
        let (ca_key, key) = (KeyPair::generate().unwrap(), KeyPair::generate().unwrap());
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, "Example authority");
        let ca = params.self_signed(&ca_key).unwrap();
        let issuer = Issuer::new(params, ca_key);
        let leaf =
            CertificateParams::new(vec!["localhost".to_owned()]).unwrap().signed_by(&key, &issuer).unwrap();
        fs::write(self.path("ca.pem"), ca.pem()).unwrap();
        fs::write(self.path("chain.pem"), leaf.pem()).unwrap();
        fs::write(self.path("key.pem"), key.serialize_pem()).unwrap();
        set_mode(&self.path("key.pem"), 0o640);
    }
}

pub(crate) fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Opens the server's ready file to the test's client, which takes the authority to trust from there.
fn start(site: &Site) -> Server {
    let mut server = Server::start(&["--config", &site.config()]);
    assert_eq!(server.ready["ca_file"], Value::Null);
    assert_eq!(server.ready["accounts"], json!([]));
    server.ready["ca_file"] = json!(site.path("ca.pem"));
    server
}

#[test]
fn it_serves_the_accounts_it_was_given_and_no_other() {
    let site = Site::new();
    let added = site.account(&["add", "EXAMPLE-REG", "--password-stdin"], "example-secret\n").ok();
    assert!(added.contains("EXAMPLE-REG"), "{added}");
    let server = start(&site);
    assert_eq!(server.ready["listeners"].as_object().unwrap().len(), 2);
    assert_eq!(login(&server, "EXAMPLE-REG", "example-secret"), 1000);
    assert_eq!(login(&server, "ALPHA", "alpha-secret"), 2200);
    assert!(get(&server.address("http"), "/healthz").ends_with("ok\n"));
    let ended = server.stop(Signal::TERM);
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), ""), "{}", ended.err);
    for line in ended.err.lines() {
        let logged: Value = serde_json::from_str(line).expect(line);
        assert!(logged["level"].is_string() && logged["timestamp"].is_string(), "{line}");
    }
    let accounts: Value = serde_json::from_str(&site.account(&["list", "--json"], "").ok()).unwrap();
    assert_eq!(accounts.as_array().unwrap().len(), 1);
    assert_eq!(fs::metadata(site.path("data")).unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(fs::metadata(site.path("data/keys")).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(!site.path("data/tls").exists());
}

#[test]
fn its_data_is_not_served_as_a_sandbox_nor_a_sandbox_s_as_production() {
    let site = Site::new();
    start(&site).stop(Signal::TERM).ok();
    let data = site.path("data");
    let refused = run(&["serve", "--data", data.to_str().unwrap(), "--epp", "127.0.0.1:0"]).failed(1);
    assert!(refused.contains("belongs to a production server"), "{refused}");
    let sandbox = site.path("sandbox");
    Server::sandbox(&sandbox).stop(Signal::TERM).ok();
    site.change_config("data = \"data\"", "data = \"sandbox\"");
    let refused = site.serve().failed(1);
    assert!(refused.contains("belongs to a sandbox"), "{refused}");
}

#[test]
fn a_published_secret_keeps_it_from_starting_until_it_is_changed() {
    let site = Site::new();
    site.account(&["add", "ALPHA", "--password-stdin"], "alpha-secret\n").ok();
    let refused = site.serve().failed(1);
    assert!(refused.contains("account ALPHA") && refused.contains("passwd"), "{refused}");
    site.account(&["passwd", "ALPHA", "--password-stdin"], "a-better-one\n").ok();
    let server = start(&site);
    assert_eq!(login(&server, "ALPHA", "a-better-one"), 1000);
}

#[test]
fn a_renewed_certificate_is_read_on_a_signal_and_a_bad_one_is_not_taken() {
    let site = Site::new();
    site.account(&["add", "EXAMPLE-REG", "--password-stdin"], "example-secret\n").ok();
    let server = start(&site);
    fs::write(site.path("key.pem"), "no key").unwrap();
    server.signal(Signal::HUP);
    server.wait_for_log("stays as it was");
    assert_eq!(login(&server, "EXAMPLE-REG", "example-secret"), 1000);
    site.issue_certificate();
    server.signal(Signal::HUP);
    server.wait_for_log("was read again");
    // The client now trusts the new authority alone.
    assert_eq!(login(&server, "EXAMPLE-REG", "example-secret"), 1000);
    server.stop(Signal::TERM).ok();
}

#[test]
fn the_time_outs_and_limits_of_the_configuration_are_in_force() {
    let site = Site::new();
    site.account(&["add", "EXAMPLE-REG", "--password-stdin"], "example-secret\n").ok();
    site.change_config("[limits]", "[limits]\nsessions_per_account = 1\nidle_seconds = 1");
    let server = start(&site);
    let mut first = crate::client::Epp::connect(&server, None);
    assert_eq!(first.login("EXAMPLE-REG", "example-secret"), 1000);
    assert_eq!(login(&server, "EXAMPLE-REG", "example-secret"), 2502);
    assert!(first.is_told_to_go());
}

const CONFIG: &str = r#"
data = "data"
[listen]
epp = "127.0.0.1:0"
http = "127.0.0.1:0"
[tls]
certificate = "chain.pem"
key = "key.pem"
[limits]
"#;
