//! `chancery version`.

use std::process::ExitCode;

use crate::say;

/// Shows the version.
pub(crate) fn run() -> ExitCode {
    say::line(&format!("chancery {}", env!("CARGO_PKG_VERSION")));
    ExitCode::SUCCESS
}
