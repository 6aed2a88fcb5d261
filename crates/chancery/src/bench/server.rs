//! A server of our own: the same program, started on a data folder.

use std::collections::HashMap;
use std::fs::{self, File};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use super::draft::Draft;
use super::process::{Process, this_program};
use super::requests;
use super::session::Target;
use crate::folder::DataFolder;

/// Where a server of ours lives.
#[derive(Clone, Debug)]
pub(super) struct Site {
    /// Its data.
    pub(super) data: DataFolder,
    /// The folder around it.
    pub(super) folder: PathBuf,
    /// What it is started with, beside its addresses and folders.
    pub(super) options: Vec<String>,
}

/// A server of ours, running.
pub(super) struct Server {
    process: Process,
    ready: Ready,
}

/// What a server says of itself when it is ready.
#[derive(Debug, Deserialize)]
struct Ready {
    listeners: HashMap<String, SocketAddr>,
    ca_file: PathBuf,
    accounts: Vec<Account>,
}

#[derive(Debug, Deserialize)]
struct Account {
    id: String,
    secret: String,
}

impl Site {
    /// In this folder, always started with these options.
    pub(super) fn at(folder: PathBuf, options: Vec<String>) -> Self {
        Self { data: DataFolder::at(folder.join("data")), folder, options }
    }

    /// Starts a server here, with these options beside the usual ones, and waits until it is ready.
    ///
    /// # Errors
    /// It does not start; what it said stands in `server.log` and at the end of the error.
    pub(super) fn start(&self, options: &[&str]) -> Result<Server> {
        self.try_start(options).with_context(|| self.last_words())
    }

    fn try_start(&self, options: &[&str]) -> Result<Server> {
        let ready_file = self.folder.join("server.ready");
        // One that was killed left it behind.
        let _ = fs::remove_file(&ready_file);
        let log = File::options().create(true).append(true).open(self.log())?;
        let mut command = this_program()?;
        command.args(["serve", "--data"]).arg(self.data.path()).arg("--ready-file").arg(&ready_file);
        command.args(LISTENERS.iter().flat_map(|listener| [listener, "127.0.0.1:0"]));
        command.args(&self.options).args(options).stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        let mut process = Process::start("the server", &mut command)?;
        process.wait_for(&ready_file)?;
        let ready = serde_json::from_slice(&fs::read(&ready_file)?).context("the ready file")?;
        Ok(Server { process, ready })
    }

    fn log(&self) -> PathBuf {
        self.folder.join("server.log")
    }

    fn last_words(&self) -> String {
        let log = fs::read_to_string(self.log()).unwrap_or_default();
        let lines: Vec<&str> = log.lines().rev().take(5).collect();
        format!("the server's last words: {}", lines.into_iter().rev().collect::<Vec<_>>().join(" | "))
    }
}

impl Server {
    /// Where it speaks EPP.
    ///
    /// # Errors
    /// It does not say, or its authority cannot be read.
    pub(super) fn target(&self) -> Result<Target> {
        let address = self.ready.listeners.get("epp").context("the server does not speak EPP")?;
        Target::new(*address, "localhost", &self.ready.ca_file)
    }

    /// A login as its first account.
    ///
    /// # Errors
    /// It has none.
    pub(super) fn login(&self) -> Result<Draft> {
        let account = self.first_account()?;
        Ok(Draft::new(&requests::login(&account.id, &account.secret)))
    }

    /// Where it listens for HTTP.
    ///
    /// # Errors
    /// It does not.
    pub(super) fn http(&self) -> Result<SocketAddr> {
        self.ready.listeners.get("http").copied().context("the server has no listener for HTTP")
    }

    /// The identifier of that account.
    ///
    /// # Errors
    /// There is none.
    pub(super) fn account(&self) -> Result<&str> {
        Ok(&self.first_account()?.id)
    }

    /// Its process.
    pub(super) fn pid(&self) -> u32 {
        self.process.pid()
    }

    /// Ends it as an operator would.
    ///
    /// # Errors
    /// It does not end, or not as a success.
    pub(super) fn terminate(self) -> Result<()> {
        self.process.terminate()
    }

    /// Ends it as a power failure would.
    ///
    /// # Errors
    /// What the system said.
    pub(super) fn kill(self) -> Result<()> {
        Ok(self.process.kill()?)
    }

    fn first_account(&self) -> Result<&Account> {
        self.ready.accounts.first().context("the server names no account to log in with")
    }
}

/// Every listener of the sandbox goes to a free port.
const LISTENERS: [&str; 6] = ["--epp", "--nominet", "--nominet-classic", "--rrp", "--http", "--https"];
