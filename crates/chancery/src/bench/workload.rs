//! The workloads, each against its yardstick.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicU32;

use anyhow::{Context as _, Result, ensure};

use super::args::Kind;
use super::clients::{Caller, Talker, source};
use super::contest::{self, Contest, Rules, Side};
use super::crew::Crew;
use super::disk::Disk;
use super::draft::{Draft, Numbers, Script};
use super::plan::Plan;
use super::requests::{self, Names};
use super::session::{OK, Session, Writing};
use super::subject::Subject;
use super::yardstick::echo::Echo;
use super::yardstick::rows::Rows;

/// Everything that a measurement needs.
pub(super) struct Workshop<'a> {
    /// How it is done.
    pub(super) plan: &'a Plan,
    /// What the names look like.
    pub(super) names: &'a Names,
    /// Gives every create a number of its own.
    pub(super) fresh: &'a Arc<AtomicU32>,
    /// The server.
    pub(super) subject: &'a Subject,
    /// The yardstick for what is read.
    pub(super) echo: &'a Echo,
    /// The disk that both sides write to.
    pub(super) disk: &'a Disk,
}

impl Workshop<'_> {
    /// Measures a workload at so many sessions.
    ///
    /// # Errors
    /// The sessions cannot be opened, or the very first answer is not 1000.
    pub(super) fn measure(&self, kind: Kind, sessions: u16, rows: &mut Rows) -> Result<Contest> {
        match kind {
            Kind::Check | Kind::Info => self.against_echo(kind, sessions.into()),
            Kind::Create => self.against_rows(sessions.into(), rows),
            Kind::Login => self.logins(sessions.into()),
        }
    }

    /// Sessions of the server's that go through the script of a workload.
    ///
    /// # Errors
    /// They cannot be opened.
    pub(super) fn talkers(&self, kind: Kind, sessions: usize, writing: Writing) -> Result<Crew<Talker>> {
        let script = self.scripts(kind);
        Crew::gather(sessions, self.plan.threads, |number| {
            let (entering, script) = (self.subject.enter(writing, number), script(number));
            async move { Ok(Talker::new(entering.await?, script, writing)) }
        })
    }

    /// The rules of its contests.
    pub(super) fn rules(&self) -> Rules {
        let ours = |server| vec![std::process::id(), self.echo.pid(), server];
        let ours = self.subject.pid.map(ours).unwrap_or_default();
        Rules { slice: self.plan.slice, pairs: self.plan.pairs, ours }
    }

    /// The server as a side of a contest.
    pub(super) fn side<'s>(&'s self, runner: &'s mut dyn super::crew::Runner) -> Side<'s> {
        Side { runner, pid: self.subject.pid, syncs: self.subject.syncs.as_ref() }
    }

    fn against_echo(&self, kind: Kind, sessions: usize) -> Result<Contest> {
        let mut script = self.scripts(kind)(0);
        let sample = self.sample(script.next())?;
        let mut echoes = self.echoes(kind, sessions, &sample)?;
        let mut talkers = self.talkers(kind, sessions, Writing::Whole)?;
        let mut yardstick = Side { runner: &mut echoes, pid: Some(self.echo.pid()), syncs: None };
        Ok(contest::hold(&self.rules(), &mut yardstick, &mut self.side(&mut talkers)))
    }

    fn against_rows(&self, sessions: usize, rows: &mut Rows) -> Result<Contest> {
        let mut talkers = self.talkers(Kind::Create, sessions, Writing::Whole)?;
        std::thread::sleep(self.plan.settle);
        let rested = self.disk.wait_for_rest()?;
        let mut yardstick = Side { runner: rows, pid: None, syncs: None };
        let mut contest = contest::hold(&self.rules(), &mut yardstick, &mut self.side(&mut talkers));
        contest.noisy |= !rested;
        Ok(contest)
    }

    fn logins(&self, sessions: usize) -> Result<Contest> {
        let sample: Arc<[u8]> = self.sample_login()?.into();
        let (subject, echo) = (self.subject, self.echo.target());
        let mut echoes = Crew::gather(sessions, self.plan.threads, |number| {
            ready(Caller::of_echo(echo, &sample, number))
        })?;
        let mut callers = Crew::gather(sessions, self.plan.threads, |number| {
            ready(Caller::of_server(&subject.target, &subject.login, number))
        })?;
        let mut yardstick = Side { runner: &mut echoes, pid: Some(self.echo.pid()), syncs: None };
        Ok(contest::hold(&self.rules(), &mut yardstick, &mut self.side(&mut callers)))
    }

    /// Connections to the echo, which send the same frames and hear `sample` each time.
    fn echoes(&self, kind: Kind, sessions: usize, sample: &Arc<[u8]>) -> Result<Crew<Talker>> {
        let script = self.scripts(kind);
        Crew::gather(sessions, self.plan.threads, |number| {
            let (target, script, sample) = (self.echo.target().clone(), script(number), Arc::clone(sample));
            async move {
                let mut session = Session::connect(&target, Writing::Whole, source(&target, number)).await?;
                session.exchange(&sample).await?;
                Ok(Talker::new(session, script, Writing::Whole))
            }
        })
    }

    /// Makes the script of each session, by its number. The numbers in it are the same in every run.
    pub(super) fn scripts(&self, kind: Kind) -> impl Fn(usize) -> Script {
        let drafts: Vec<Draft> = match kind {
            Kind::Check | Kind::Login => {
                self.names.checks().iter().map(|document| Draft::new(document)).collect()
            }
            Kind::Info => vec![Draft::new(&self.names.info())],
            Kind::Create => vec![Draft::new(&self.names.create())],
        };
        let (known, fresh) = (self.plan.names, Arc::clone(self.fresh));
        move |number| Script::new(drafts.clone(), Numbers::new(known, Arc::clone(&fresh), number as u64))
    }

    /// What the server answers to this frame.
    fn sample(&self, frame: &[u8]) -> Result<Arc<[u8]>> {
        let mut desk = self.subject.desk()?;
        let (code, answer) = desk.exchange(frame)?;
        ensure!(code == OK, "the server answers {code} to {}", String::from_utf8_lossy(frame));
        Ok(answer.into())
    }

    /// What the server answers to a login.
    fn sample_login(&self) -> Result<Vec<u8>> {
        Ok(self.subject.desk()?.last_answer().to_vec())
    }
}

async fn ready<T>(value: T) -> io::Result<T> {
    Ok(value)
}

/// Registers what every create refers to, and the domain that the preloaded ones are copies of.
///
/// # Errors
/// The server refuses.
pub(super) fn outfit(subject: &Subject, names: &Names) -> Result<()> {
    let mut desk = subject.desk()?;
    for document in requests::outfit() {
        desk.make(&document).context("the contacts and hosts of the domains cannot be registered")?;
    }
    desk.make(&requests::create(&names.template())).context("no domain can be registered")
}
