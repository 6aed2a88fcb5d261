//! How much a server takes before it says no.

use std::num::{NonZeroU32, NonZeroU64};
use std::time::Duration;

use serde::Deserialize;

/// Bounds of a server. All times are in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Limits {
    /// Connections open at once, of all listeners of a family (EPP, HTTP).
    pub(crate) connections: NonZeroU32,
    /// Of them from one IPv4 address or IPv6 /64.
    pub(crate) connections_per_address: NonZeroU32,
    /// Sessions logged in at once of one account, unless the account says otherwise.
    pub(crate) sessions_per_account: NonZeroU32,
    /// Sessions logged in at once from one address.
    pub(crate) sessions_per_address: NonZeroU32,
    idle_seconds: NonZeroU64,
    frame_seconds: NonZeroU64,
    handshake_seconds: NonZeroU64,
    stop_seconds: NonZeroU64,
}

impl Limits {
    /// Those of the sandbox: as many sessions as a load test on the same machine may want.
    pub(crate) fn sandbox() -> Self {
        Self {
            connections: SANDBOX_SESSIONS,
            connections_per_address: SANDBOX_SESSIONS,
            sessions_per_account: SANDBOX_SESSIONS,
            sessions_per_address: SANDBOX_SESSIONS,
            ..Self::default()
        }
    }

    /// How long a session may be silent.
    pub(crate) fn idle(&self) -> Duration {
        Duration::from_secs(self.idle_seconds.get())
    }

    /// How long a frame may take from its first byte to its last.
    pub(crate) fn frame_deadline(&self) -> Duration {
        Duration::from_secs(self.frame_seconds.get())
    }

    /// How long a TLS handshake may take.
    pub(crate) fn handshake_deadline(&self) -> Duration {
        Duration::from_secs(self.handshake_seconds.get())
    }

    /// How long what is in flight may take when the server stops.
    pub(crate) fn stop_grace(&self) -> Duration {
        Duration::from_secs(self.stop_seconds.get())
    }

    /// The same with other time-outs, in seconds, where they are given.
    #[must_use]
    pub(crate) fn with_time_outs(self, idle: Option<NonZeroU64>, frame: Option<NonZeroU64>) -> Self {
        Self {
            idle_seconds: idle.unwrap_or(self.idle_seconds),
            frame_seconds: frame.unwrap_or(self.frame_seconds),
            ..self
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: count(10_000),
            connections_per_address: count(500),
            sessions_per_account: count(100),
            sessions_per_address: count(500),
            idle_seconds: seconds(1200),
            frame_seconds: seconds(30),
            handshake_seconds: seconds(10),
            stop_seconds: seconds(5),
        }
    }
}

const fn count(number: u32) -> NonZeroU32 {
    NonZeroU32::MIN.saturating_add(number - 1)
}

const fn seconds(number: u64) -> NonZeroU64 {
    NonZeroU64::MIN.saturating_add(number - 1)
}

const SANDBOX_SESSIONS: NonZeroU32 = count(20_000);
