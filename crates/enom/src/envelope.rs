//! What stands around every answer.

use std::time::Duration;

use engine::model::{Instant, OperationId};
use engine::policy::Zone;

use crate::answer::Troubles;
use crate::fields::Fields;
use crate::times::moment;
use crate::tracking::key_of;
use crate::words::truth;

/// What is known of a request when it is answered.
pub(crate) struct Envelope<'a> {
    /// The command, as it came.
    pub(crate) command: &'a str,
    /// What it speaks of.
    pub(crate) about: About<'a>,
    /// Whether somebody was let in.
    pub(crate) is_known: bool,
    pub(crate) machine: &'a str,
    pub(crate) operation: OperationId,
    pub(crate) now: Instant,
    pub(crate) took: Duration,
}

/// The TLD of a request.
#[derive(Clone, Copy)]
pub(crate) enum About<'a> {
    /// None is named, or none of ours.
    Nothing,
    Zone(&'a Zone),
    /// Several names.
    Several,
}

impl About<'_> {
    /// The fewest and most years, whether names are locked, whether they are registered at once.
    fn terms(self) -> [String; 4] {
        match self {
            Self::Nothing => ["", "10", "", ""].map(str::to_owned),
            Self::Several => ["0", "0", "False", "False"].map(str::to_owned),
            Self::Zone(zone) => {
                let word = |is_so| truth(is_so).to_owned();
                let years = zone.term.create;
                // Where registrars are tags there is nothing to lock.
                let (lockable, real_time) = (zone.tags.is_none(), zone.referral_days.is_none());
                [years.least.to_string(), years.most.to_string(), word(lockable), word(real_time)]
            }
        }
    }
}

impl Envelope<'_> {
    /// The whole answer around what a command tells, or why it did not.
    pub(crate) fn around(&self, told: Fields, troubles: Option<&Troubles>) -> Fields {
        let opening =
            told.one("Command", self.command.to_uppercase()).one("APIType", "API.NET").one("Language", "eng");
        self.closing(result(opening, troubles))
    }

    fn closing(&self, fields: Fields) -> Fields {
        let [least, most, is_lockable, is_real_time] = self.about.terms();
        fields
            .one("MinPeriod", least)
            .one("MaxPeriod", most)
            .one("Server", self.machine)
            .one("Site", if self.is_known { "eNom" } else { "" })
            .one("IsLockable", is_lockable)
            .one("IsRealTimeTLD", is_real_time)
            .one("TimeDifference", "+0.00")
            .one("ExecTime", format!("{:.3}", self.took.as_secs_f64()))
            .one("Done", "true")
            .one("TrackingKey", key_of(self.operation))
            .one("RequestDateTime", moment(self.now))
            .xml("debug", "")
    }
}

/// Counts, lines and numbers. Where there are none, their groups are absent, not empty: clients look for that.
fn result(fields: Fields, troubles: Option<&Troubles>) -> Fields {
    let Some(troubles) = troubles else { return fields.one("ErrCount", "0").one("ResponseCount", "0") };
    let lines = troubles.lines.iter().enumerate();
    let errors = lines
        .fold(Fields::new(), |errors, (place, line)| errors.one(format!("Err{}", place + 1), line.clone()));
    let fields = fields.one("ErrCount", troubles.lines.len().to_string()).group("errors", errors);
    let fields = fields.one("ResponseCount", troubles.codes.len().to_string());
    let mut responses = Fields::new();
    for (code, place) in troubles.codes.iter().zip(1..) {
        let (number, message) = (code.number.to_string(), code.message);
        let response = Fields::new().xml("ResponseNumber", number.clone()).xml("ResponseString", message);
        responses = responses
            .xml_group("response", response)
            .text(format!("ResponseNumber{place}"), number)
            .text(format!("ResponseString{place}"), message);
    }
    fields.group("responses", responses)
}
