//! What is told at the end, for people and for programs.

mod row;
mod table;

use serde::Serialize;

pub(super) use row::Row;

use super::audit::Audit;
use super::goals::{self, Verdict};
use super::idle::Idle;
use super::plan::Plan;
use super::snapshots::Snapshots;
use super::tally::Failures;
use super::two_writes::TwoWrites;
use super::usage;

/// Everything that was found.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    /// Domains in the database before the measuring began.
    pub(super) names: u32,
    /// Processors of the machine.
    pub(super) processors: usize,
    /// The workloads.
    pub(super) rows: Vec<Row>,
    /// How many times as long a client waits that writes the length apart.
    pub(super) two_writes: Option<TwoWrites>,
    /// Creates per sync when each sync takes 2 ms longer.
    pub(super) slow_per_sync: Option<f64>,
    /// What an idle session costs.
    pub(super) idle: Option<Idle>,
    /// How long starts take.
    pub(super) starts: Starts,
    /// How long snapshots take.
    pub(super) snapshots: Option<Snapshots>,
    /// What went wrong.
    pub(super) failures: Failures,
    /// Whether all is there that should be.
    pub(super) audit: Audit,
}

/// From the birth of the process to the answer to a check, in seconds.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(super) struct Starts {
    /// With an empty database.
    pub(super) empty: Option<f64>,
    /// With all the names, after an orderly end.
    pub(super) clean: Option<f64>,
    /// With all the names, after it was killed while it was creating.
    pub(super) killed: Option<f64>,
}

/// A report with what is made of it.
#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    report: &'a Report,
    goals: Vec<Verdict>,
    passed: bool,
}

impl Report {
    /// An empty one.
    pub(super) fn new(plan: &Plan) -> Self {
        Self {
            names: plan.names,
            processors: usage::processors(),
            rows: Vec::new(),
            two_writes: None,
            slow_per_sync: None,
            idle: None,
            starts: Starts::default(),
            snapshots: None,
            failures: Failures::default(),
            audit: Audit::default(),
        }
    }

    /// Nothing failed, and the audit passed. A missed goal is no failure.
    pub(super) fn is_passed(&self) -> bool {
        self.failures.count == 0 && self.audit.is_passed()
    }

    /// For programs.
    ///
    /// # Errors
    /// A number in it cannot be written.
    pub(super) fn to_json(&self) -> serde_json::Result<String> {
        let whole = Whole { report: self, goals: goals::judge(self), passed: self.is_passed() };
        serde_json::to_string_pretty(&whole)
    }

    /// For people.
    pub(super) fn to_text(&self) -> String {
        let parts = [self.heading(), self.workloads(), self.others(), self.goals(), self.end()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    fn heading(&self) -> String {
        format!("{} domains, {} processors shared with the load generator", self.names, self.processors)
    }

    fn workloads(&self) -> String {
        if self.rows.is_empty() {
            return String::new();
        }
        let mut lines = vec![row::HEADINGS.map(str::to_owned).to_vec()];
        lines.extend(self.rows.iter().map(Row::cells));
        let mut text = table::aligned(&lines);
        text.push_str("\n\nratio: to the yardstick, median of the pairs (lowest to highest). cpu: of the server, for each answer.");
        if self.rows.iter().any(|row| row.noisy) {
            text.push_str(
                "\n*: other programs kept the machine busy all the time; do not rely on this line.",
            );
        }
        text
    }

    fn others(&self) -> String {
        let idle = self.idle.map(|idle| {
            format!(
                "{} idle sessions: {:.1} kB each, all opened in {:.1} s",
                idle.sessions,
                idle.bytes_each / 1000.0,
                idle.seconds_to_open
            )
        });
        let start =
            |words: &str, seconds: Option<f64>| seconds.map(|seconds| format!("{words}: {seconds:.3} s"));
        let snapshots = self.snapshots.map(|snapshots| {
            format!(
                "snapshot: {:.0} ms, restored in {:.0} ms; in memory: {:.0} ms, {:.0} ms; a fork serves after {:.0} ms",
                snapshots.taken,
                snapshots.restored,
                snapshots.taken_in_memory,
                snapshots.restored_in_memory,
                snapshots.forked
            )
        });
        let lines = [
            idle,
            snapshots,
            start("start to first answer, empty", self.starts.empty),
            start("start to first answer, all domains, after an orderly end", self.starts.clean),
            start("start to first answer, all domains, killed at full load", self.starts.killed),
        ];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    fn goals(&self) -> String {
        let lines: Vec<_> = goals::judge(self).iter().map(Verdict::cells).collect();
        if lines.is_empty() { String::new() } else { table::aligned(&lines) }
    }

    fn end(&self) -> String {
        let audit = &self.audit;
        let mut lines =
            vec![format!("{} creates acknowledged, {} of them missing", audit.acknowledged, audit.missing)];
        lines.extend(audit.examples.iter().map(|name| format!("  missing: {name}")));
        lines.extend(audit.ledger_said.clone());
        lines.push(format!("{} failures", self.failures.count));
        lines.extend(self.failures.example.iter().map(|example| format!("  for example: {example}")));
        let verdict = if self.is_passed() { "passed" } else { "NOT PASSED: the rates above do not count" };
        lines.push(format!("audit {verdict}"));
        lines.join("\n")
    }
}
