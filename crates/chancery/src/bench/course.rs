//! The course of a bench, from the first start to the audit.

use std::sync::Arc;
use std::sync::atomic::AtomicU32;

use anyhow::{Context as _, Result};
use engine::ports::Entropy as _;

use super::args::{Kind, TargetArgs};
use super::audit::Audit;
use super::contest::{self, Contest};
use super::disk::Disk;
use super::plan::Plan;
use super::report::{Report, Row};
use super::requests::Names;
use super::server::{Server, Site};
use super::session::Writing;
use super::stats::median;
use super::subject::Subject;
use super::two_writes::{self, TwoWrites};
use super::workload::{self, Workshop};
use super::yardstick::echo::Echo;
use super::yardstick::rows::Rows;
use super::{idle, preload, snapshots, starts};
use crate::entropy::SystemEntropy;
use crate::say;
use crate::temporary::TemporaryFolder;

/// What stays the same from the beginning to the end.
pub(super) struct Course {
    /// What is measured.
    pub(super) plan: Plan,
    /// What the names look like.
    pub(super) names: Names,
    fresh: Arc<AtomicU32>,
    echo: Echo,
    disk: Disk,
    /// Dropped last: everything else is in it.
    folder: TemporaryFolder,
}

/// What has come together so far.
struct Results {
    report: Report,
    created: Vec<u32>,
    rows: Rows,
}

impl Course {
    /// Makes the data folder and starts the echo.
    ///
    /// # Errors
    /// The folder cannot be made, or the echo does not start.
    pub(super) fn prepare(plan: Plan, zone: &str) -> Result<Self> {
        let folder = TemporaryFolder::make_in(&plan.folder)
            .with_context(|| format!("no data folder can be made in {}", plan.folder.display()))?;
        let mut run = [0; 4];
        SystemEntropy.fill(&mut run);
        let names = Names { zone: zone.to_owned(), run: hex::encode(run) };
        let echo = Echo::start(&folder.path().join("echo"))?;
        let disk = Disk::probe(folder.path())?;
        Ok(Self { plan, names, fresh: Arc::default(), echo, disk, folder })
    }

    /// Measures a server of our own.
    ///
    /// # Errors
    /// It does not start, does not do what it should at all, or the machine fails.
    pub(super) fn run_own(self) -> Result<Report> {
        let site = Site::at(self.folder.path().to_owned(), self.plan.serve.clone());
        let mut results = self.results()?;
        let server = self.furnish(&site, &mut results)?;
        let subject = Subject::of_server(&server)?;
        self.measure_idle(&subject, &mut results)?;
        self.measure_all(&subject, &mut results)?;
        self.measure_snapshots(&server, &mut results)?;
        let server = self.measure_slow_disk(&site, server, &mut results)?;
        let server = self.measure_starts(&site, server, &mut results)?;
        self.audit(&Subject::of_server(&server)?, &mut results)?;
        server.terminate()?;
        results.report.audit.verify_ledger(&site)?;
        Ok(self.leave(results))
    }

    /// Measures a server that somebody else runs.
    ///
    /// # Errors
    /// It cannot be reached, or does not do what it should at all.
    pub(super) fn run_target(self, address: &str, args: &TargetArgs) -> Result<Report> {
        let mut results = self.results()?;
        let subject = Subject::of_target(address, args)?;
        workload::outfit(&subject, &self.names)?;
        self.preload_over_epp(&subject)?;
        self.measure_idle(&subject, &mut results)?;
        self.measure_all(&subject, &mut results)?;
        self.audit(&subject, &mut results)?;
        Ok(self.leave(results))
    }

    /// The tools for measuring a server.
    pub(super) fn workshop<'a>(&'a self, subject: &'a Subject) -> Workshop<'a> {
        let Self { plan, names, fresh, echo, disk, .. } = self;
        Workshop { plan, names, fresh, subject, echo, disk }
    }

    fn results(&self) -> Result<Results> {
        let rows = Rows::open(self.folder.path())?;
        Ok(Results { report: Report::new(&self.plan), created: Vec::new(), rows })
    }

    /// First start, contacts and hosts, all the names, and the start with them.
    fn furnish(&self, site: &Site, results: &mut Results) -> Result<Server> {
        let first = site.start(&[])?;
        let account = first.account()?.to_owned();
        workload::outfit(&Subject::of_server(&first)?, &self.names)?;
        first.terminate()?;
        let (empty, took) = starts::timed(self, site)?;
        results.report.starts.empty = Some(took.as_secs_f64());
        empty.terminate()?;
        say::note(&format!("loading {} domains ...", self.plan.names));
        preload::fill(&site.data, &account, &self.names, self.plan.names)?;
        Ok(starts::timed(self, site)?.0)
    }

    fn preload_over_epp(&self, subject: &Subject) -> Result<()> {
        say::note(&format!("registering {} domains, where they are not yet ...", self.plan.names));
        let mut desk = subject.desk()?;
        (0..self.plan.names)
            .try_for_each(|number| desk.make(&super::requests::create(&self.names.known(number))))
    }

    fn measure_idle(&self, subject: &Subject, results: &mut Results) -> Result<()> {
        if self.plan.idle == 0 {
            return Ok(());
        }
        say::note(&format!("{} idle sessions ...", self.plan.idle));
        results.report.idle = idle::measure(&self.workshop(subject))?;
        Ok(())
    }

    fn measure_all(&self, subject: &Subject, results: &mut Results) -> Result<()> {
        let workshop = self.workshop(subject);
        for &kind in &self.plan.kinds {
            for &sessions in &self.plan.sessions {
                say::note(&format!("{} at {sessions} ...", kind.name()));
                let contest = workshop.measure(kind, sessions, &mut results.rows)?;
                results.report.rows.push(Row::of(kind, sessions, &contest));
                results.take(contest);
            }
        }
        if self.plan.kinds.contains(&Kind::Check) {
            say::note("a client that writes twice ...");
            let contest = two_writes::measure(&workshop)?;
            results.report.two_writes = Some(TwoWrites::of(&contest));
            results.take(contest);
        }
        Ok(())
    }

    fn measure_snapshots(&self, server: &Server, results: &mut Results) -> Result<()> {
        if !self.plan.snapshots {
            return Ok(());
        }
        say::note("snapshots ...");
        results.report.snapshots = Some(snapshots::measure(server.http()?)?);
        Ok(())
    }

    /// Creates with a disk that takes two milliseconds longer for each commit.
    fn measure_slow_disk(&self, site: &Site, server: Server, results: &mut Results) -> Result<Server> {
        if !self.plan.kinds.contains(&Kind::Create) {
            return Ok(server);
        }
        say::note("a slow disk ...");
        server.terminate()?;
        let slow = site.start(&SLOW_DISK)?;
        let subject = Subject::of_server(&slow)?;
        let workshop = self.workshop(&subject);
        let sessions = self.plan.most_sessions().into();
        let mut talkers = workshop.talkers(Kind::Create, sessions, Writing::Whole)?;
        let mut contest = Contest::default();
        let (rules, mut side) = (workshop.rules(), workshop.side(&mut talkers));
        // The first slice warms up: right after its start a server has little in memory.
        let slices = (0..=self.plan.pairs).map(|_| contest::run_alone(&rules, &mut side, &mut contest));
        results.report.slow_per_sync = median(slices.skip(1).filter_map(|slice| slice.per_sync));
        results.take(contest);
        drop(talkers);
        slow.terminate()?;
        site.start(&[])
    }

    /// Ends and starts the server several times, in turn as it should be ended and by killing it.
    fn measure_starts(&self, site: &Site, server: Server, results: &mut Results) -> Result<Server> {
        let (mut server, mut clean, mut killed) = (server, Vec::new(), Vec::new());
        say::note("starts, after an orderly end and after a kill ...");
        for _ in 0..self.plan.starts {
            server.terminate()?;
            let (started, took) = starts::timed(self, site)?;
            clean.push(took.as_secs_f64());
            results.created.extend(starts::kill_at_full_load(self, started)?);
            let (restarted, took) = starts::timed(self, site)?;
            killed.push(took.as_secs_f64());
            server = restarted;
        }
        (results.report.starts.clean, results.report.starts.killed) = (median(clean), median(killed));
        Ok(server)
    }

    fn audit(&self, subject: &Subject, results: &mut Results) -> Result<()> {
        say::note(&format!("looking up {} creates ...", results.created.len()));
        results.report.audit = Audit::of_creates(subject, &self.names, &results.created)?;
        Ok(())
    }

    fn leave(self, results: Results) -> Report {
        let Results { report, rows, .. } = results;
        drop(rows);
        if self.plan.keep {
            say::note(&format!("the data is kept in {}", self.folder.path().display()));
            // Not dropped, so not removed.
            std::mem::forget(self.folder);
        }
        report
    }
}

impl Results {
    fn take(&mut self, mut contest: Contest) {
        self.report.failures.merge(contest.failures);
        self.created.append(&mut contest.created);
    }
}

const SLOW_DISK: [&str; 2] = ["--commit-delay", "2"];
