//! How many files, and so connections, the process may have open.

use crate::mode::Mode;

/// Raises the limit as far as the system lets the process do that by itself, and warns where that is not enough for
/// production. The sandbox has no limit of its own to speak of.
#[cfg(unix)]
pub(super) fn raise(mode: Mode, connections: u32) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let raised = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    let limit = if raised.is_ok() { maximum } else { current };
    let wanted = u64::from(connections) + BESIDE_CONNECTIONS;
    if let Some(limit) = limit.filter(|limit| mode == Mode::Production && *limit < wanted) {
        tracing::warn!(
            limit,
            wanted,
            "fewer files can be open than connections are allowed; raise it (ulimit -n)"
        );
    }
}

#[cfg(not(unix))]
pub(super) fn raise(_: Mode, _connections: u32) {}

/// The database, the journal, listeners, standard streams.
#[cfg(unix)]
const BESIDE_CONNECTIONS: u64 = 64;
