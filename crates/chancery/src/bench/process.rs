//! Processes that the bench starts, and ends.

use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use tokio::time::Instant;

/// A process of ours; killed when dropped.
#[derive(Debug)]
pub(super) struct Process {
    name: &'static str,
    child: Child,
}

/// This program, to be started once more.
///
/// # Errors
/// The system does not tell where it is.
pub(super) fn this_program() -> io::Result<Command> {
    std::env::current_exe().map(Command::new)
}

impl Process {
    /// Starts a process.
    ///
    /// # Errors
    /// What the system said.
    pub(super) fn start(name: &'static str, command: &mut Command) -> Result<Self> {
        let child = command.spawn().with_context(|| format!("{name} cannot be started"))?;
        Ok(Self { name, child })
    }

    /// Its id.
    pub(super) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Waits until it has made a file.
    ///
    /// # Errors
    /// It ended before, or has not made it after two minutes.
    pub(super) fn wait_for(&mut self, file: &Path) -> Result<()> {
        let deadline = Instant::now() + START_LIMIT;
        while !file.exists() {
            if let Some(status) = self.child.try_wait()? {
                bail!("{} ended at its start ({status})", self.name);
            }
            if Instant::now() > deadline {
                bail!("{} is not ready after {} s", self.name, START_LIMIT.as_secs());
            }
            std::thread::sleep(GLANCE);
        }
        Ok(())
    }

    /// Asks it to end (SIGTERM), and waits.
    ///
    /// # Errors
    /// It does not end, or not as a success.
    pub(super) fn terminate(mut self) -> Result<()> {
        self.ask_to_end()?;
        let deadline = Instant::now() + END_LIMIT;
        while Instant::now() < deadline {
            if let Some(status) = self.child.try_wait()? {
                return self.judge(status);
            }
            std::thread::sleep(GLANCE);
        }
        bail!("{} does not end within {} s", self.name, END_LIMIT.as_secs())
    }

    /// Ends it at once, as a power failure would (SIGKILL).
    ///
    /// # Errors
    /// What the system said.
    pub(super) fn kill(mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }

    fn judge(&self, status: ExitStatus) -> Result<()> {
        if status.success() { Ok(()) } else { bail!("{} ended badly ({status})", self.name) }
    }

    #[cfg(unix)]
    fn ask_to_end(&mut self) -> io::Result<()> {
        use rustix::process::{Pid, Signal, kill_process};
        kill_process(Pid::from_child(&self.child), Signal::TERM).map_err(Into::into)
    }

    #[cfg(not(unix))]
    fn ask_to_end(&mut self) -> io::Result<()> {
        self.child.kill()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already; there is nobody to tell.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const START_LIMIT: Duration = Duration::from_secs(120);
const END_LIMIT: Duration = Duration::from_secs(60);
/// How often is looked whether something happened. It is part of every time measured from a start.
const GLANCE: Duration = Duration::from_millis(1);
