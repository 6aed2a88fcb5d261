//! The terminal as a place to type secrets.

use std::io;

/// Keeps what is typed off the screen for as long as it lives.
pub(crate) struct Hidden {
    #[cfg(unix)]
    before: rustix::termios::Termios,
}

#[cfg(unix)]
impl Hidden {
    /// Hides what is typed from now on.
    ///
    /// # Errors
    /// Standard input is no terminal.
    pub(crate) fn begin() -> io::Result<Self> {
        use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
        let before = tcgetattr(io::stdin())?;
        let mut hidden = before.clone();
        hidden.local_modes.remove(LocalModes::ECHO);
        hidden.local_modes.insert(LocalModes::ECHONL);
        tcsetattr(io::stdin(), OptionalActions::Now, &hidden)?;
        Ok(Self { before })
    }
}

#[cfg(unix)]
impl Drop for Hidden {
    fn drop(&mut self) {
        use rustix::termios::{OptionalActions, tcsetattr};
        if let Err(error) = tcsetattr(io::stdin(), OptionalActions::Now, &self.before) {
            tracing::warn!(%error, "the terminal could not be set back; type `reset`");
        }
    }
}

#[cfg(not(unix))]
impl Hidden {
    /// Not possible here.
    ///
    /// # Errors
    /// Always: pipe the password in instead.
    pub(crate) fn begin() -> io::Result<Self> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
