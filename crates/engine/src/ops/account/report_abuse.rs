use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{AbuseReport, Clid, Event},
    ops::notify::notify,
};

/// Tells an account what somebody reported of a name of its, as the operator of the registry does.
///
/// Changes and bills nothing. Notifies: the account. Checks whether there is such an account.
#[derive(Clone, Debug)]
pub struct ReportAbuse {
    /// Whom to tell.
    pub clid: Clid,
    /// What was reported; it counts as seen now unless it says when.
    pub report: AbuseReport,
}

impl Operation for ReportAbuse {
    type Answer = ();
    const NAME: Name = Name::AbuseReport;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AbuseReported, Outcome::AccountUnknown];

    fn object(&self) -> &str {
        &self.report.hostname
    }
}

impl Command for ReportAbuse {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let unknown = || Refusal::new(Outcome::AccountUnknown).at(Field::AccountId).value(&self.clid);
        let account = cx.store.account_by_clid(&self.clid)?.ok_or_else(unknown)?;
        let report = AbuseReport { date: self.report.date.or(Some(cx.now)), ..self.report.clone() };
        notify(cx, account.id, Event::AbuseReported(Box::new(report)))?;
        Ok(Done::new(Outcome::AbuseReported, ()))
    }
}
