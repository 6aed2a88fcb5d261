//! The goals that a release has to reach on any machine: ratios, never rates.

use serde::Serialize;

use super::args::Kind;
use super::report::{Report, Row};

/// One of them.
struct Goal {
    id: &'static str,
    what: &'static str,
    must: Bound,
    aim: f64,
    unit: &'static str,
    /// Whether the machine was too busy with other things when it was measured.
    noisy: fn(&Report) -> bool,
    found: fn(&Report) -> Option<f64>,
}

/// Which side of the figure is the good one.
#[derive(Clone, Copy)]
enum Bound {
    AtLeast(f64),
    AtMost(f64),
}

/// What became of a goal.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Verdict {
    id: &'static str,
    what: &'static str,
    unit: &'static str,
    must: String,
    aim: f64,
    found: f64,
    met: bool,
    /// Whether the machine was quiet enough for it to mean something.
    trusted: bool,
}

/// The verdicts on all goals that were measured.
pub(super) fn judge(report: &Report) -> Vec<Verdict> {
    GOALS.iter().filter_map(|goal| goal.judge(report)).collect()
}

impl Goal {
    fn judge(&self, report: &Report) -> Option<Verdict> {
        let found = (self.found)(report)?;
        let (sign, must, met) = match self.must {
            Bound::AtLeast(must) => (">=", must, found >= must),
            Bound::AtMost(must) => ("<=", must, found <= must),
        };
        Some(Verdict {
            id: self.id,
            what: self.what,
            unit: self.unit,
            must: format!("{sign} {must}"),
            aim: self.aim,
            found,
            met,
            trusted: !(self.noisy)(report),
        })
    }
}

impl Verdict {
    /// Its cells in a table.
    pub(super) fn cells(&self) -> Vec<String> {
        vec![
            format!("{:<4} {}", self.id, self.what),
            format!("{:.3}{}", self.found, self.unit),
            format!("must {}", self.must),
            format!("aim {}", self.aim),
            match (self.met, self.trusted) {
                (true, true) => "met",
                (false, true) => "missed",
                (true, false) => "met?",
                (false, false) => "missed?",
            }
            .to_owned(),
        ]
    }
}

fn row(report: &Report, kind: Kind, sessions: u16) -> Option<&Row> {
    report.rows.iter().find(|row| row.workload == kind.name() && row.sessions == sessions)
}

fn is_noisy(report: &Report, kind: Kind, sessions: u16) -> bool {
    row(report, kind, sessions).is_some_and(|row| row.noisy)
}

fn ratio(report: &Report, kind: Kind, sessions: u16) -> Option<f64> {
    row(report, kind, sessions)?.ratio
}

const GOALS: [Goal; 12] = [
    Goal {
        id: "P1",
        what: "check at 64 sessions : TLS echo",
        must: Bound::AtLeast(0.5),
        aim: 0.6,
        unit: "",
        noisy: |report| is_noisy(report, Kind::Check, 64),
        found: |report| ratio(report, Kind::Check, 64),
    },
    Goal {
        id: "P2",
        what: "check at 1 session : TLS echo",
        must: Bound::AtLeast(0.8),
        aim: 0.9,
        unit: "",
        noisy: |report| is_noisy(report, Kind::Check, 1),
        found: |report| ratio(report, Kind::Check, 1),
    },
    Goal {
        id: "P3",
        what: "server processor time of a check : of an echo, 64 sessions",
        must: Bound::AtMost(2.2),
        aim: 1.8,
        unit: "",
        noisy: |report| is_noisy(report, Kind::Check, 64),
        found: |report| row(report, Kind::Check, 64)?.processor_ratio,
    },
    Goal {
        id: "P4",
        what: "creates at 64 sessions : SQLite rows, one per commit",
        must: Bound::AtLeast(2.0),
        aim: 4.0,
        unit: "",
        noisy: |report| is_noisy(report, Kind::Create, 64),
        found: |report| ratio(report, Kind::Create, 64),
    },
    Goal {
        id: "P5",
        what: "creates at 1 session : SQLite rows, one per commit",
        must: Bound::AtLeast(0.45),
        aim: 0.6,
        unit: "",
        noisy: |report| is_noisy(report, Kind::Create, 1),
        found: |report| ratio(report, Kind::Create, 1),
    },
    Goal {
        id: "P7",
        what: "creates per fsync at 64 sessions, this disk",
        must: Bound::AtLeast(2.0),
        aim: 4.0,
        unit: "",
        noisy: |report| is_noisy(report, Kind::Create, 64),
        found: |report| row(report, Kind::Create, 64)?.per_sync,
    },
    Goal {
        id: "P7",
        what: "creates per fsync at 64 sessions, 2 ms added to each",
        must: Bound::AtLeast(30.0),
        aim: 50.0,
        unit: "",
        noisy: |report| is_noisy(report, Kind::Create, 64),
        found: |report| row(report, Kind::Create, 64).and(report.slow_per_sync),
    },
    Goal {
        id: "P16",
        what: "p50 of a client that writes twice : once",
        must: Bound::AtMost(2.0),
        aim: 1.2,
        unit: "",
        noisy: |report| report.two_writes.is_some_and(|contest| contest.noisy),
        found: |report| report.two_writes?.ratio,
    },
    Goal {
        id: "P17",
        what: "memory of an idle session",
        must: Bound::AtMost(32.0),
        aim: 22.0,
        unit: " kB",
        noisy: |_| false,
        found: |report| report.idle.map(|idle| idle.bytes_each / 1000.0),
    },
    Goal {
        id: "P19",
        what: "start to first answer, empty",
        must: Bound::AtMost(0.2),
        aim: 0.05,
        unit: " s",
        noisy: |_| false,
        found: |report| report.starts.empty,
    },
    Goal {
        id: "P19",
        what: "start to first answer, up to a million domains",
        must: Bound::AtMost(1.0),
        aim: 0.5,
        unit: " s",
        noisy: |_| false,
        found: |report| report.starts.clean.filter(|_| report.names <= 1_000_000),
    },
    Goal {
        id: "P19",
        what: "start after a kill at full load : after an orderly end",
        must: Bound::AtMost(1.5),
        aim: 1.5,
        unit: "",
        noisy: |_| false,
        found: |report| Some(report.starts.killed? / report.starts.clean?),
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::args::Args;
    use crate::bench::plan::Plan;
    use crate::bench::two_writes::TwoWrites;

    fn empty() -> Report {
        Report::new(&Plan::of(&Args::usual()))
    }

    #[test]
    fn what_was_not_measured_is_not_judged() {
        assert!(judge(&empty()).is_empty());
    }

    #[test]
    fn bounds_are_kept_on_their_own_side() {
        let mut report = empty();
        report.two_writes = Some(TwoWrites { ratio: Some(2.1), noisy: true });
        report.starts.empty = Some(0.2);
        let verdicts = judge(&report).into_iter().map(|verdict| (verdict.id, verdict.met, verdict.trusted));
        let verdicts: Vec<_> = verdicts.collect();
        assert_eq!(verdicts, [("P16", false, false), ("P19", true, true)]);
    }
}
