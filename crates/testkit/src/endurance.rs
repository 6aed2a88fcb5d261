//! How long a test goes on.

use std::env;

/// How many rounds to go: a few with all the other tests, the number of docs/reliability.md under `cargo xtask endure`,
/// times its scale. Never fewer than a few.
pub fn rounds(few: usize, reference: usize) -> usize {
    scale().map_or(few, |scale| few.max((reference as f64 * scale) as usize))
}

/// Whether `cargo xtask endure` runs the test, which may then wait for deadlines of half a minute.
pub fn enduring() -> bool {
    scale().is_some()
}

/// 1 is the reference.
fn scale() -> Option<f64> {
    env::var(SCALE).ok()?.parse().ok()
}

/// What `cargo xtask endure` sets.
const SCALE: &str = "CHANCERY_ENDURE";
