//! The signals that the server hears.

#[cfg(unix)]
pub(super) use unix::Signals;

#[cfg(not(unix))]
pub(super) use elsewhere::Signals;

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// To stop; the signal's name.
    Stop(&'static str),
    /// To read the certificate again.
    #[cfg_attr(not(unix), allow(dead_code, reason = "there is no such signal"))]
    Reload,
}

#[cfg(unix)]
mod unix {
    use std::io;

    use tokio::signal::unix::{Signal, SignalKind, signal};

    use super::Asked;

    /// SIGTERM, SIGINT and SIGHUP.
    pub(crate) struct Signals {
        terminate: Signal,
        interrupt: Signal,
        hang_up: Signal,
    }

    impl Signals {
        /// Hears them from now on.
        ///
        /// # Errors
        /// What the system said.
        pub(crate) fn listen() -> io::Result<Self> {
            Ok(Self {
                terminate: signal(SignalKind::terminate())?,
                interrupt: signal(SignalKind::interrupt())?,
                hang_up: signal(SignalKind::hangup())?,
            })
        }

        /// Waits for the next.
        pub(crate) async fn next(&mut self) -> Asked {
            tokio::select! {
                _ = self.terminate.recv() => Asked::Stop("SIGTERM"),
                _ = self.interrupt.recv() => Asked::Stop("SIGINT"),
                _ = self.hang_up.recv() => Asked::Reload,
            }
        }
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::io;

    use super::Asked;

    /// Ctrl-C.
    pub(crate) struct Signals;

    impl Signals {
        /// Hears it from the first wait on.
        ///
        /// # Errors
        /// None.
        pub(crate) fn listen() -> io::Result<Self> {
            Ok(Self)
        }

        /// Waits for the next.
        pub(crate) async fn next(&mut self) -> Asked {
            match tokio::signal::ctrl_c().await {
                Ok(()) => Asked::Stop("Ctrl-C"),
                Err(_) => std::future::pending().await,
            }
        }
    }
}
