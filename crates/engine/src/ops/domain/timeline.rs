use outcomes::{Operation as Name, Outcome};

use super::{ownership, transfer_rules};
use crate::{
    Done, Failure, Operation, Query, Reading,
    lifecycle::{Phase, Step, course},
    model::{Domain, DomainName, GracePeriod, Instant, TimeOut, Transfer, TransferState},
    policy::Zone,
};

/// Tells what will happen to a domain, and when, if nobody does anything: until its next renewal, which is taken to be
/// paid, or until its name is free. For the operator, and for whoever tries things out.
///
/// Changes, bills and notifies nothing. Checks: whether it exists.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// The name.
    pub name: DomainName,
}

/// What lies ahead of a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The name.
    pub name: DomainName,
    /// Where it stands now.
    pub phase: Phase,
    /// What comes, in order.
    pub ahead: Vec<(Instant, Milestone)>,
}

/// What a date brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Milestone {
    /// A step that the server takes.
    Step(Step),
    /// A grace period ends: from then on a deletion does not pay this back.
    GraceEnds(GracePeriod),
    /// A pending transfer is approved by the server.
    TransferApproved,
    /// A pending transfer is cancelled by the server.
    TransferCancelled,
}

impl Milestone {
    /// The milestone in words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Step(step) => step.title(),
            Self::GraceEnds(GracePeriod::Add { .. }) => "end of the add grace period",
            Self::GraceEnds(GracePeriod::Renew { .. }) => "end of the renew grace period",
            Self::GraceEnds(GracePeriod::AutoRenew { .. }) => "end of the auto-renew grace period",
            Self::GraceEnds(GracePeriod::Transfer { .. }) => "end of the transfer grace period",
            Self::TransferApproved => "approval of the transfer by the server",
            Self::TransferCancelled => "cancellation of the transfer by the server",
        }
    }
}

impl Operation for Timeline {
    type Answer = Outlook;
    const NAME: Name = Name::DomainTimeline;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DomainTimelineTold, Outcome::DomainUnknown];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Timeline {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Outlook>, Failure> {
        let domain = ownership::find(cx, &self.name)?;
        let zone = ownership::zone_of(cx.policies, &domain)?;
        let mut ahead: Vec<_> = of_dates(&domain, zone, cx.now).collect();
        let transfer = cx.store.transfer(domain.id.into())?;
        if let Some(transfer) = transfer.filter(|transfer| transfer.state == TransferState::Pending) {
            ahead.push((transfer.acts_at, end_of_transfer(&domain, zone, &transfer)));
        }
        ahead.retain(|(at, _)| *at > cx.now);
        ahead.sort_by_key(|(at, _)| *at);
        let outlook = Outlook { phase: Phase::of(&domain, zone, cx.now), name: domain.name, ahead };
        Ok(Done::new(Outcome::DomainTimelineTold, outlook))
    }
}

fn of_dates(domain: &Domain, zone: &Zone, now: Instant) -> impl Iterator<Item = (Instant, Milestone)> {
    let graces = domain.grace.clone().into_iter().map(|grace| (grace.ends_at(), Milestone::GraceEnds(grace)));
    graces.chain(course(domain, zone, now).into_iter().map(|(at, step)| (at, Milestone::Step(step))))
}

fn end_of_transfer(domain: &Domain, zone: &Zone, transfer: &Transfer) -> Milestone {
    match transfer_rules::time_out(domain, zone, transfer) {
        TimeOut::Approve => Milestone::TransferApproved,
        TimeOut::Cancel => Milestone::TransferCancelled,
    }
}
