//! What holds after any sequence of operations.

mod authinfo;
mod decade;
mod determinism;
mod ledger;
mod reach;
mod renewals;
mod statuses;
mod steps;
mod transfers;

use proptest::test_runner::Config;

/// So many sequences, or under `cargo xtask endure` as many as make a million steps, times its scale; what fails is
/// shrunk and shown, and nothing is written into the source tree.
fn sequences(cases: u32) -> Config {
    let scale: Option<f64> = std::env::var("CHANCERY_ENDURE").ok().and_then(|scale| scale.parse().ok());
    // A sequence has thirty steps, give or take.
    let cases = scale.map_or(cases, |scale| cases.max((1_000_000.0 / 30.0 * scale) as u32));
    Config { cases, failure_persistence: None, ..Config::default() }
}
