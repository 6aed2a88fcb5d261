use outcomes::{Operation as Name, Outcome};

use super::{keep, of_own, pay};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, EntryKind, Period, Privacy},
    ops::term_rules,
};

/// Buys further years of privacy for a domain that has it. They begin where the present ones end.
///
/// Changes: when the privacy ends. Bills: the years. Notifies: nobody but the payer, when its credit runs low.
///
/// Checks, in this order: whether the domain exists, the sponsor, whether it has privacy, the years, how far ahead it would
/// end; the price, the state of the credit, the credit.
#[derive(Clone, Debug)]
pub struct Renew {
    /// The domain.
    pub name: DomainName,
    /// For how long.
    pub period: Period,
}

impl Operation for Renew {
    type Answer = Privacy;
    const NAME: Name = Name::PrivacyRenew;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::PrivacyRenewed,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::PrivacyMissing,
        Outcome::PeriodOutOfRange,
        Outcome::TermTooLong,
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

impl Command for Renew {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Privacy>, Failure> {
        let mut privacy = of_own(cx, &self.name)?;
        let offered = cx.policies.privacy.years;
        term_rules::check_period(self.period, offered)?;
        privacy.expires_at = term_rules::extend(privacy.expires_at, self.period, offered.most, cx.now)?;
        let order = (privacy.domain, self.period.years(), EntryKind::PrivacyRenew);
        let warning = pay(cx, cx.actor.id(), order)?;
        keep(cx, &privacy)?;
        cx.record(Self::NAME, privacy.domain.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::PrivacyRenewed, privacy).warned(warning))
    }
}
