use outcomes::{Field, Operation as Name, Outcome};

use super::{info::RgpState, ownership, redemption};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    ledger::Order,
    lifecycle::schedule,
    model::{DomainName, Status},
    ops::payment::charge,
    policy::Priced,
};

/// Takes a deletion back (RFC 3915 section 4.2.5, `op="request"`).
///
/// Changes: the registration is back or, where the zone asks for a report and none came with the request, waits for
/// it; if it ended meanwhile, it is a year longer. Bills: the restoration, and such a year. Notifies: nobody but the
/// payer, when its credit runs low. Answers the states that hold afterwards.
///
/// Checks, in this order: whether it exists, the sponsor, whether its redemption period is open, the credit.
#[derive(Clone, Debug)]
pub struct Restore {
    /// The name.
    pub name: DomainName,
    /// Whether the request is the report as well, as it is where a protocol restores by one command.
    pub is_reported: bool,
}

impl Operation for Restore {
    type Answer = Vec<RgpState>;
    const NAME: Name = Name::DomainRestore;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainRestored,
        Outcome::DomainRestoreRequested,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::NotRestorable,
        Outcome::PriceMissing,
        Outcome::CreditLocked,
        Outcome::CreditInactive,
        Outcome::BillingDataMissing,
        Outcome::TaxSettingsWrong,
        Outcome::CreditInsufficient,
        Outcome::CreditLow,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Restore {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Vec<RgpState>>, Failure> {
        let mut domain = ownership::find_own(cx, &self.name)?;
        let zone = ownership::zone_of(cx.policies, &domain)?;
        let redeemable = |until| cx.now < until;
        let open = domain
            .redemption
            .filter(|it| redeemable(it.redeemable_until) && it.restore_requested_at.is_none());
        let Some(mut deletion) = open else {
            return Err(Refusal::new(Outcome::NotRestorable).at(Field::DomainName).value(&self.name).into());
        };

        let outcome = if zone.redemption.report && !self.is_reported {
            deletion.restore_requested_at = Some(cx.now);
            domain.redemption = Some(deletion);
            Outcome::DomainRestoreRequested
        } else {
            domain.redemption = None;
            domain.statuses.unset(Status::PendingDelete);
            Outcome::DomainRestored
        };
        let order = Order { zone, name: &self.name, what: Priced::Restore, years: 1 };
        let warning = charge(cx, cx.actor.id(), &order, domain.id.into())?;
        let another = redemption::extend_to_live(cx, zone, &mut domain)?;
        domain.touch(cx.actor.id(), cx.now);
        cx.store.update_domain(&domain)?;
        schedule(cx, zone, &domain)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(outcome, RgpState::of(&domain, cx.now)).warned(warning.or(another)))
    }
}
