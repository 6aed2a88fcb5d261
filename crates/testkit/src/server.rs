//! The server under test, as a process.

mod launch;
mod process;

use std::{
    fs,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::PathBuf,
    process::{Child, ExitStatus},
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, Result, bail, ensure};
use rustls::ClientConfig;

use crate::{
    Answer, ClientIdentity, Control, EppClient, Patience, Ready, RrpClient, WapiClient, WapiUser, client,
};

pub use launch::{FREE_PORTS, Launch};

/// A running server. Dropped, it is killed.
#[derive(Debug)]
pub struct Server {
    child: Child,
    launch: Launch,
    ready: Ready,
    log: PathBuf,
    tls: Arc<ClientConfig>,
}

/// How a server ended that was asked to.
#[derive(Debug)]
pub struct Stopped {
    /// What it was started with, to start it again.
    pub launch: Launch,
    /// Its exit status.
    pub status: ExitStatus,
    /// How long it took from the signal to the end.
    pub took: Duration,
    /// What it wrote to its terminal.
    pub log: String,
}

impl Server {
    /// What its ready file said.
    pub fn ready(&self) -> &Ready {
        &self.ready
    }

    /// Where it listens for EPP.
    pub fn epp(&self) -> SocketAddr {
        self.ready.listeners.epp
    }

    /// Its control, if it is a sandbox with HTTP.
    ///
    /// # Errors
    /// It has no listener for HTTP.
    pub fn control(&self) -> Result<Control> {
        Ok(Control::at(self.ready.listeners.http.context("the server has no listener for HTTP")?))
    }

    /// A new EPP connection that has read the greeting.
    ///
    /// # Errors
    /// When there is no connection or no greeting.
    pub fn connect(&self) -> Result<EppClient> {
        self.connect_at("epp")
    }

    /// Connects to the listener of this name.
    ///
    /// # Errors
    /// When there is none, or no connection.
    pub fn connect_at(&self, listener: &str) -> Result<EppClient> {
        EppClient::connect(self.listener(listener)?, Arc::clone(&self.tls))
    }

    /// The address of the listener of this name.
    ///
    /// # Errors
    /// When there is none.
    pub fn listener(&self, name: &str) -> Result<SocketAddr> {
        let listeners = &self.ready.listeners;
        let address = match name {
            "epp" => Some(listeners.epp),
            "nominet" => listeners.nominet,
            "nominet_classic" => listeners.nominet_classic,
            _ => None,
        };
        address.with_context(|| format!("the server has no listener {name}"))
    }

    /// A new connection of RRP.
    ///
    /// # Errors
    /// When there is no listener, no connection or no greeting.
    pub fn connect_rrp(&self) -> Result<RrpClient> {
        RrpClient::connect(self.rrp()?, Arc::clone(&self.tls))
    }

    /// As [`Server::connect_rrp`], showing a client certificate.
    ///
    /// # Errors
    /// When there is no listener, no connection or no greeting.
    pub fn connect_rrp_as(&self, identity: &ClientIdentity) -> Result<RrpClient> {
        RrpClient::connect(self.rrp()?, client::trusting(&self.ready.ca_file, Some(identity))?)
    }

    fn rrp(&self) -> Result<SocketAddr> {
        self.ready.listeners.rrp.context("the server has no listener for RRP")
    }

    /// As [`Server::connect`], showing a client certificate.
    ///
    /// # Errors
    /// When there is no connection or no greeting.
    pub fn connect_as(&self, identity: &ClientIdentity) -> Result<EppClient> {
        EppClient::connect(self.epp(), client::trusting(&self.ready.ca_file, Some(identity))?)
    }

    /// A new EPP session of a sandbox account, with every service the greeting offers.
    ///
    /// # Errors
    /// When there is no such account, no connection, or the login is refused.
    pub fn login(&self, account: &str) -> Result<EppClient> {
        let secret =
            self.ready.secret(account).with_context(|| format!("the sandbox has no account {account}"))?;
        self.login_with(account, secret)
    }

    /// A new EPP session of any account.
    ///
    /// # Errors
    /// When there is no connection or the login is refused.
    pub fn login_with(&self, account: &str, secret: &str) -> Result<EppClient> {
        let mut client = self.connect()?;
        let answer: Answer = client.login(account, secret)?;
        ensure!(answer.code() == Some(1000), "the login of {account} was refused: {answer}");
        Ok(client)
    }

    /// Commands of WAPI on behalf of a sandbox account.
    ///
    /// # Errors
    /// When there is no such account, or no listener for HTTP.
    pub fn wapi(&self, account: &str) -> Result<WapiClient> {
        let secret =
            self.ready.secret(account).with_context(|| format!("the sandbox has no account {account}"))?;
        let login = format!("{}@example.test", account.to_lowercase());
        let http = self.ready.listeners.http.context("the server has no listener for HTTP")?;
        Ok(WapiClient::new(http, WapiUser { login, secret: secret.to_owned(), from: None }))
    }

    /// What it wrote to its terminal so far.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// What it tells at `/metrics`.
    ///
    /// # Errors
    /// It has no listener for HTTP, or does not answer.
    pub fn metrics(&self) -> Result<String> {
        let http = self.ready.listeners.http.context("the server has no listener for HTTP")?;
        let mut socket = TcpStream::connect(http)?;
        socket.write_all(b"GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        socket.read_to_string(&mut answer)?;
        Ok(answer)
    }

    /// What it was started with.
    pub fn launch(&self) -> &Launch {
        &self.launch
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// The memory it holds, in KiB.
    ///
    /// # Errors
    /// When it has ended, or the system does not tell.
    pub fn resident_kib(&self) -> Result<u64> {
        process::resident_kib(self.pid())
    }

    /// The processor time it has used.
    ///
    /// # Errors
    /// When it has ended, or the system does not tell.
    pub fn processor_time(&self) -> Result<Duration> {
        process::processor_time(self.pid())
    }

    /// Whether it still runs.
    pub fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Kills it without warning (SIGKILL), while others may still use it.
    ///
    /// # Errors
    /// When it cannot be killed.
    pub fn kill_now(&self) -> Result<()> {
        process::send("KILL", self.pid())
    }

    /// Kills it without warning. The launch starts it again on the same data.
    ///
    /// # Errors
    /// When it cannot be killed.
    pub fn kill(mut self) -> Result<Launch> {
        self.child.kill().context("killing the server")?;
        self.child.wait()?;
        Ok(self.launch.clone())
    }

    /// Asks it to finish what is in flight and to end (SIGTERM).
    ///
    /// # Errors
    /// When it cannot be asked.
    pub fn ask_to_stop(&self) -> Result<()> {
        process::send("TERM", self.pid())
    }

    /// As [`Server::ask_to_stop`], and waits for that.
    ///
    /// # Errors
    /// When it has not ended after ten seconds.
    pub fn terminate(self) -> Result<Stopped> {
        self.ask_to_stop()?;
        self.ended()
    }

    /// Waits until it ends, by itself or because it was asked to.
    ///
    /// # Errors
    /// When it has not ended after ten seconds.
    pub fn ended(mut self) -> Result<Stopped> {
        let patience = Patience::seconds(10);
        let Some(status) = patience.until(|| self.child.try_wait().transpose()) else {
            bail!("the server did not end within 10 seconds:\n{}", self.log());
        };
        Ok(Stopped { launch: self.launch.clone(), status: status?, took: patience.spent(), log: self.log() })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
