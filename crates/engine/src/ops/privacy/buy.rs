use outcomes::{Operation as Name, Outcome};

use super::{check_offered, keep, pay, refusal};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, EntryKind, Period, Privacy},
    ops::{
        access::require_free,
        domain::{find_own, zone_of},
        term_rules,
    },
};

/// Buys privacy for a domain.
///
/// Changes: the domain has privacy, which is enabled. Bills: the years. Notifies: nobody but the payer, when its credit runs
/// low.
///
/// Checks, in this order: whether the domain exists, the sponsor, the statuses that are pending, whether its zone allows
/// privacy, whether it has it already, the years; the price, the state of the credit, the credit.
#[derive(Clone, Debug)]
pub struct Buy {
    /// The domain.
    pub name: DomainName,
    /// For how long.
    pub period: Period,
    /// Whether the server renews it at its end.
    pub renews: bool,
}

impl Operation for Buy {
    type Answer = Privacy;
    const NAME: Name = Name::PrivacyBuy;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::PrivacyBought,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
        Outcome::PendingTransferProhibits,
        Outcome::PrivacyNotOffered,
        Outcome::PrivacyTaken,
        Outcome::PeriodOutOfRange,
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

impl Command for Buy {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Privacy>, Failure> {
        let domain = find_own(cx, &self.name)?;
        require_free(&domain.statuses, &[], self.name.as_str())?;
        check_offered(zone_of(cx.policies, &domain)?)?;
        if cx.store.privacy(domain.id)?.is_some() {
            return Err(refusal(Outcome::PrivacyTaken, &self.name).into());
        }
        term_rules::check_period(self.period, cx.policies.privacy.years)?;

        let years = self.period.years();
        let expires_at = cx.now.plus_years(years.into());
        let privacy = Privacy {
            domain: domain.id,
            bought_at: cx.now,
            expires_at,
            is_enabled: true,
            renews: self.renews,
        };
        let warning = pay(cx, cx.actor.id(), (domain.id, years, EntryKind::Privacy))?;
        keep(cx, &privacy)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::PrivacyBought, privacy).warned(warning))
    }
}
