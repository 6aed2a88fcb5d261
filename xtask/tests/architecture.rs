//! Keeps the arrows of `docs/architecture.md` true: which room may depend on which.

#![allow(clippy::expect_used, reason = "a test ends where something is not as it should be")]

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// A room and the rooms it may depend on (tests aside). Nothing may depend on `chancery`.
const ARROWS: &[(&str, &[&str])] = &[
    ("outcomes", &[]),
    ("wire", &[]),
    ("engine", &["outcomes"]),
    ("store", &["engine"]),
    ("edge", &["engine"]),
    ("epp", &["engine", "outcomes", "wire", "edge"]),
    ("wapi", &["engine", "outcomes", "wire", "edge"]),
    ("rrp", &["engine", "outcomes", "crew", "edge"]),
    ("enom", &["engine", "outcomes", "edge"]),
    ("crew", &[]),
    ("courier", &["engine", "outcomes", "crew"]),
    ("xfr", &["engine", "outcomes", "crew"]),
    ("ca", &["engine", "outcomes", "crew", "edge"]),
    ("csr", &["engine"]),
    ("sandbox", &["engine", "outcomes", "store", "edge"]),
    ("testkit", &["engine", "outcomes", "store", "wire"]),
    (
        "chancery",
        &[
            "engine", "outcomes", "store", "wire", "edge", "epp", "wapi", "rrp", "enom", "courier", "xfr",
            "ca", "csr", "sandbox",
        ],
    ),
    ("xtask", &[]),
];

/// Libraries that the deterministic rooms must not reach, however indirectly.
const BANNED: &[(&str, &[&str])] = &[
    ("engine", &["tokio", "rusqlite", "axum", "hyper", "getrandom", "rustls"]),
    ("wire", &["tokio", "rusqlite", "serde"]),
    ("store", &["tokio", "axum", "hyper", "rustls"]),
];

#[test]
fn rooms_depend_only_on_the_rooms_they_may() {
    let rooms = direct_dependencies();
    assert_eq!(
        rooms.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        ARROWS.iter().map(|(room, _)| *room).collect(),
        "every room of the workspace has its line in this test"
    );
    for (room, allowed) in ARROWS {
        let forbidden: Vec<_> = rooms[*room]
            .iter()
            .filter(|dependency| rooms.contains_key(*dependency) && !allowed.contains(&dependency.as_str()))
            .collect();
        assert!(forbidden.is_empty(), "{room} must not depend on {forbidden:?}");
    }
}

#[test]
fn deterministic_rooms_reach_no_runtime_and_no_database() {
    for (room, banned) in BANNED {
        let reached = reachable(room);
        let found: Vec<_> = banned.iter().filter(|name| reached.contains(**name)).collect();
        assert!(found.is_empty(), "{room} reaches {found:?}");
    }
}

#[test]
fn ring_is_the_only_crypto_provider() {
    let reached = reachable("chancery");
    assert!(reached.contains("ring") && !reached.contains("aws-lc-rs"));
}

/// The direct dependencies of each room, tests and build scripts aside.
fn direct_dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = metadata(&["--no-deps"]);
    let packages = metadata["packages"].as_array().expect("packages");
    packages.iter().map(|package| (name(package), normal_dependencies(package))).collect()
}

fn normal_dependencies(package: &serde_json::Value) -> BTreeSet<String> {
    let dependencies = package["dependencies"].as_array().expect("dependencies");
    dependencies.iter().filter(|dependency| dependency["kind"].is_null()).map(name).collect()
}

/// Every package that a room reaches, tests and build scripts aside, by `cargo tree`.
fn reachable(room: &str) -> BTreeSet<String> {
    let text =
        cargo(&["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}", "--package", room]);
    text.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

fn metadata(arguments: &[&str]) -> serde_json::Value {
    let text = cargo(&[&["metadata", "--format-version", "1"], arguments].concat());
    serde_json::from_str(&text).expect("cargo metadata prints JSON")
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).arg("--locked").arg("--offline").output();
    let output = output.expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("cargo prints UTF-8")
}

fn name(value: &serde_json::Value) -> String {
    value["name"].as_str().expect("a name").to_owned()
}
