//! How many files, and so connections, the process may have open.

/// Raises the limit as far as the system lets the process do that by itself, and warns where that is not enough.
#[cfg(unix)]
pub(super) fn raise(connections: u32) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let raised = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    let limit = if raised.is_ok() { maximum } else { current };
    let wanted = u64::from(connections) + BESIDE_CONNECTIONS;
    if let Some(limit) = limit.filter(|limit| *limit < wanted) {
        tracing::warn!(
            limit,
            wanted,
            "fewer files can be open than connections are allowed; raise it (ulimit -n)"
        );
    }
}

#[cfg(not(unix))]
pub(super) fn raise(_connections: u32) {}

/// The database, the journal, listeners, standard streams.
#[cfg(unix)]
const BESIDE_CONNECTIONS: u64 = 64;
