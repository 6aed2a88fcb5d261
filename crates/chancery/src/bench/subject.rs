//! The server that is measured, whoever runs it.

use std::io;
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use tokio::runtime::{Builder, Runtime};

use super::args::{TargetArgs, resolve};
use super::clients::source;
use super::draft::{Draft, Numbers};
use super::requests;
use super::server::Server;
use super::session::{Session, Target, Writing};
use super::syncs::SyncCounter;

/// A running server.
pub(super) struct Subject {
    /// Where it is.
    pub(super) target: Target,
    /// The frame to log in with.
    pub(super) login: Arc<[u8]>,
    /// Its process, if that is on this machine.
    pub(super) pid: Option<u32>,
    /// Counts its syncs, if it is one of ours.
    pub(super) syncs: Option<SyncCounter>,
}

/// One session for what is asked now and then.
pub(super) struct Desk {
    runtime: Runtime,
    session: Session,
}

impl Subject {
    /// One of ours.
    ///
    /// # Errors
    /// It does not speak EPP or HTTP, or has no account.
    pub(super) fn of_server(server: &Server) -> Result<Self> {
        Ok(Self {
            target: server.target()?,
            login: server.login()?.frame().into(),
            pid: Some(server.pid()),
            syncs: Some(SyncCounter::of(server.http()?)),
        })
    }

    /// One that somebody else runs.
    ///
    /// # Errors
    /// Its address is none, or its authority cannot be read.
    pub(super) fn of_target(address: &str, args: &TargetArgs) -> Result<Self> {
        let (Some(ca), Some(login), Some(password)) = (&args.ca, &args.login, &args.password) else {
            bail!("--target needs --ca, --login and a password");
        };
        let (host, _) = address.rsplit_once(':').context("--target needs HOST:PORT")?;
        let host = host.trim_matches(['[', ']']);
        Ok(Self {
            target: Target::new(resolve(address)?, host, ca)?,
            login: Draft::new(&requests::login(login, password)).frame().into(),
            pid: args.pid,
            syncs: None,
        })
    }

    /// A session, logged in. The number tells it from others.
    pub(super) fn enter(
        &self,
        writing: Writing,
        number: usize,
    ) -> impl Future<Output = io::Result<Session>> + Send + 'static {
        let (target, login) = (self.target.clone(), Arc::clone(&self.login));
        async move { Session::enter(&target, writing, source(&target, number), &login).await }
    }

    /// A session to ask now and then.
    ///
    /// # Errors
    /// It cannot be opened.
    pub(super) fn desk(&self) -> Result<Desk> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let session = runtime.block_on(self.enter(Writing::Whole, 0)).context("the login failed")?;
        Ok(Desk { runtime, session })
    }
}

impl Desk {
    /// Sends a document; the code of the answer and the answer.
    ///
    /// # Errors
    /// The connection broke.
    pub(super) fn ask(&mut self, document: &str) -> Result<(u16, &[u8])> {
        let mut draft = Draft::new(document);
        let mut numbers = Numbers::new(1, Arc::default(), 0);
        self.exchange(draft.fill(&mut numbers))
    }

    /// Sends a frame; the code of the answer and the answer.
    ///
    /// # Errors
    /// The connection broke.
    pub(super) fn exchange(&mut self, frame: &[u8]) -> Result<(u16, &[u8])> {
        let code = self.runtime.block_on(self.session.exchange(frame))?;
        Ok((code, self.session.answer()))
    }

    /// The answer to the login, or to whatever was asked last.
    pub(super) fn last_answer(&self) -> &[u8] {
        self.session.answer()
    }

    /// Sends a document that creates something; it may be there already.
    ///
    /// # Errors
    /// It could not be created, or the connection broke.
    pub(super) fn make(&mut self, document: &str) -> Result<()> {
        let (code, answer) = self.ask(document)?;
        if matches!(code, CREATED | EXISTS) {
            return Ok(());
        }
        bail!("the server answers {code}: {}", String::from_utf8_lossy(answer.get(4..).unwrap_or_default()))
    }
}

const CREATED: u16 = super::session::OK;
const EXISTS: u16 = 2302;
