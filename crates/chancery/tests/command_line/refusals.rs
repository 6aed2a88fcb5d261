//! What a production server does not start with: each unsafe setting is refused with a sentence that names it.

use std::fs;

use crate::process::run;
use crate::production::{Site, set_mode};

/// A way to make a site unfit, and what the refusal has to say.
type Unfit = (&'static str, fn(&Site), &'static [&'static str]);

const UNFIT: [Unfit; 17] = [
    (
        "no certificate",
        |site| site.change_config("[tls]\ncertificate = \"chain.pem\"\nkey = \"key.pem\"", ""),
        &["[tls]", "certificate"],
    ),
    ("half a certificate", |site| site.change_config("key = \"key.pem\"", ""), &["key"]),
    (
        "a certificate that is not there",
        |site| fs::remove_file(site.path("chain.pem")).unwrap(),
        &["[tls] certificate", "chain.pem"],
    ),
    ("a key of another certificate", other_key, &["[tls]", "key.pem"]),
    ("a sandbox's certificate", sandbox_certificate, &["[tls] certificate", "sandbox"]),
    (
        "a key that others can read",
        |site| set_mode(&site.path("key.pem"), 0o644),
        &["[tls] key", "other users", "chmod o="],
    ),
    (
        "plain HTTP for everybody",
        |site| site.change_config("http = \"127.0.0.1:0\"", "http = \"0.0.0.0:0\""),
        &["http", "without TLS"],
    ),
    (
        "plain HTTP on an address of the net",
        |site| site.change_config("http = \"127.0.0.1:0\"", "http = \"192.0.2.1:80\""),
        &["192.0.2.1:80", "without TLS"],
    ),
    (
        "no listener",
        |site| site.change_config("[listen]\nepp = \"127.0.0.1:0\"\nhttp = \"127.0.0.1:0\"", ""),
        &["[listen]", "epp"],
    ),
    (
        "a data folder that others can read",
        |site| open_folder(site, "data"),
        &["data", "other users", "chmod go="],
    ),
    ("a file of keys that others can read", open_keys, &["keys", "other users"]),
    (
        "an unknown setting",
        |site| site.change_config("data = \"data\"", "data = \"data\"\ncolour = \"red\""),
        &["colour", "unknown"],
    ),
    (
        "an unknown limit",
        |site| site.change_config("[limits]", "[limits]\nconections = 7"),
        &["conections", "connections"],
    ),
    (
        "a limit of nothing",
        |site| site.change_config("[limits]", "[limits]\nidle_seconds = 0"),
        &["idle_seconds", "zero"],
    ),
    (
        "a balancer that is no network",
        |site| site.change_config("data = \"data\"", "data = \"data\"\nbalancers = [\"192.0.2.9/24\"]"),
        &["balancers", "192.0.2.0/24"],
    ),
    (
        "a name that is too long",
        |site| {
            site.change_config("data = \"data\"", &format!("data = \"data\"\nname = \"{}\"", "x".repeat(65)))
        },
        &["name", "64"],
    ),
    ("a policy without prices", free_policy, &["free", "[prices]"]),
];

fn other_key(site: &Site) {
    fs::write(site.path("key.pem"), edge::Authority::ephemeral(1_790_000_000).unwrap().key_pem().expose())
        .unwrap();
}

fn sandbox_certificate(site: &Site) {
    let authority = edge::Authority::ephemeral(1_790_000_000).unwrap();
    fs::write(site.path("chain.pem"), authority.chain_pem()).unwrap();
    fs::write(site.path("key.pem"), authority.key_pem().expose()).unwrap();
}

fn open_folder(site: &Site, name: &str) {
    fs::create_dir(site.path(name)).unwrap();
    set_mode(&site.path(name), 0o755);
}

fn open_keys(site: &Site) {
    open_folder(site, "data");
    set_mode(&site.path("data"), 0o700);
    fs::write(site.path("data/keys"), "authinfo 00").unwrap();
    set_mode(&site.path("data/keys"), 0o644);
}

fn free_policy(site: &Site) {
    fs::create_dir(site.path("policies")).unwrap();
    fs::write(site.path("policies/free.toml"), "name = \"free\"\n").unwrap();
    site.change_config("data = \"data\"", "data = \"data\"\npolicies = \"policies\"");
}

#[test]
fn each_unsafe_setting_is_named() {
    for (what, make_unfit, words) in UNFIT {
        let site = Site::new();
        make_unfit(&site);
        let refused = site.serve().failed(1);
        for word in words {
            assert!(refused.contains(word), "{what}: {word:?} is not in:\n{refused}");
        }
        assert!(!site.path("data/registry.sqlite").exists(), "{what}: nothing is made before the check");
    }
}

#[test]
fn a_configuration_that_is_not_there_or_no_toml_is_named() {
    let site = Site::new();
    site.write_config("data = \n");
    assert!(site.serve().failed(1).contains("chancery.toml"));
    assert!(run(&["serve", "--config", "/no/such/file.toml"]).failed(1).contains("/no/such/file.toml"));
}

#[test]
fn sandbox_flags_and_a_configuration_do_not_go_together() {
    let site = Site::new();
    for flag in [&["--in-memory"][..], &["--epp", "127.0.0.1:0"], &["--data", "d"], &["--commit-delay", "1"]]
    {
        run(&[&["serve", "--config", &site.config()], flag].concat()).failed(2);
    }
}
