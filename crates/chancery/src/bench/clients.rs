//! The kinds of clients that are measured.

use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use super::crew::Client;
use super::draft::Script;
use super::session::{OK, Session, Target, Writing};

/// Keeps one session and goes through its script.
pub(super) struct Talker {
    session: Session,
    script: Script,
    writing: Writing,
}

/// Connects anew for each request: what a login costs.
pub(super) struct Caller {
    target: Target,
    /// `None` at the echo: instead of a greeting and a login there is one exchange.
    login: Option<Arc<[u8]>>,
    /// What the echo is sent and sends back.
    echo: Arc<[u8]>,
    source: Option<IpAddr>,
}

impl Talker {
    /// Takes over a session.
    pub(super) fn new(session: Session, script: Script, writing: Writing) -> Self {
        Self { session, script, writing }
    }
}

impl Client for Talker {
    async fn once(&mut self) -> io::Result<u16> {
        let frame = self.script.next();
        match self.writing {
            Writing::Whole => self.session.exchange(frame).await,
            Writing::Apart => self.session.exchange_apart(frame).await,
        }
    }

    fn fresh(&self) -> Option<u32> {
        self.script.fresh()
    }
}

impl Caller {
    /// Logs in at a server.
    pub(super) fn of_server(target: &Target, login: &Arc<[u8]>, number: usize) -> Self {
        let (login, echo) = (Some(Arc::clone(login)), Arc::default());
        Self { source: source(target, number), target: target.clone(), login, echo }
    }

    /// Connects to the echo and exchanges one frame.
    pub(super) fn of_echo(target: &Target, frame: &Arc<[u8]>, number: usize) -> Self {
        let echo = Arc::clone(frame);
        Self { source: source(target, number), target: target.clone(), login: None, echo }
    }
}

impl Client for Caller {
    async fn once(&mut self) -> io::Result<u16> {
        match &self.login {
            Some(login) => Session::enter(&self.target, Writing::Whole, self.source, login).await.map(|_| OK),
            None => {
                let mut session = Session::connect(&self.target, Writing::Whole, self.source).await?;
                session.exchange(&self.echo).await
            }
        }
    }
}

/// The address that a client comes from: on loopback one of many, so that neither a server's limit per address nor
/// the number of ports stands in the way.
pub(super) fn source(target: &Target, number: usize) -> Option<IpAddr> {
    if !target.is_loopback() {
        return None;
    }
    // Below 200, so it fits.
    let host = (number % SOURCES) as u8;
    Some(Ipv4Addr::new(127, 0, 1, host + 1).into())
}

const SOURCES: usize = 200;
