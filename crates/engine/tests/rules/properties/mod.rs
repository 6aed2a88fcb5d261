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

/// So many sequences; what fails is shrunk and shown, and nothing is written into the source tree.
fn sequences(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}
