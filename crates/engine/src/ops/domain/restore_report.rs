use outcomes::{Field, Operation as Name, Outcome};

use super::{info::RgpState, ownership};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    lifecycle::schedule,
    model::{DomainName, Instant, Line, Status},
};

/// Ends a restoration that waited for its report (RFC 3915 section 4.2.5, `op="report"`).
///
/// Changes: the registration is back as it was before its deletion. Bills and notifies nothing. Answers the states
/// that hold afterwards.
///
/// Checks, in this order: whether it exists, the sponsor, whether a report is waited for.
#[derive(Clone, Debug)]
pub struct RestoreReport {
    /// The name.
    pub name: DomainName,
    /// When the sponsor says it was deleted.
    pub deleted_at: Instant,
    /// When the sponsor says the restoration was asked for.
    pub restored_at: Instant,
    /// Why it was restored.
    pub reason: Line,
    /// The sponsor's two statements.
    pub statements: [Line; 2],
}

impl Operation for RestoreReport {
    type Answer = Vec<RgpState>;
    const NAME: Name = Name::DomainRestoreReport;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainRestored,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::RestoreReportUnexpected,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for RestoreReport {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Vec<RgpState>>, Failure> {
        let mut domain = ownership::find_own(cx, &self.name)?;
        let awaited = domain.redemption.is_some_and(|redemption| redemption.restore_requested_at.is_some());
        if !awaited {
            return Err(Refusal::new(Outcome::RestoreReportUnexpected)
                .at(Field::RestoreReport)
                .value(&self.name)
                .into());
        }

        domain.redemption = None;
        domain.statuses.unset(Status::PendingDelete);
        domain.touch(cx.actor.id(), cx.now);
        cx.store.update_domain(&domain)?;
        schedule(cx, ownership::zone_of(cx.policies, &domain)?, &domain)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DomainRestored, RgpState::of(&domain, cx.now)))
    }
}
