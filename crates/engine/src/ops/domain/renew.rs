use outcomes::{Field, Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    ledger::Order,
    lifecycle::schedule,
    model::{Domain, DomainName, ExpiryClaim, GracePeriod, Instant, Period, Status},
    ops::{
        access::{require_awake, require_free},
        payment::charge,
        term_rules,
    },
    policy::{Priced, Zone},
};

/// Extends a registration (RFC 5731 section 3.2.3).
///
/// Changes: the expiry; opens the renew grace period. Bills: the renewal, by years.
/// Notifies: nobody but the payer, when its credit runs low.
///
/// Checks, in this order: whether the domain exists, the sponsor, whether the zone rests, the statuses, the current
/// expiry date or year (which guards against renewing twice), the zone's window for renewals, the period, the longest
/// term, the credit.
#[derive(Clone, Debug)]
pub struct Renew {
    /// The name.
    pub name: DomainName,
    /// When the client believes it expires. Protocols without that leave it out.
    pub current_expiry: Option<ExpiryClaim>,
    /// For how long; a year unless said otherwise.
    pub period: Option<Period>,
}

/// What was renewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewed {
    /// The name.
    pub name: DomainName,
    /// When the registration ends now.
    pub expires_at: Instant,
}

impl Operation for Renew {
    type Answer = Renewed;
    const NAME: Name = Name::DomainRenew;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainRenewed,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::ZoneAsleep,
        Outcome::StatusProhibits,
        Outcome::PendingTransferProhibits,
        Outcome::ExpiryMismatch,
        Outcome::RenewalTooEarly,
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
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Renewed>, Failure> {
        let mut domain = ownership::find_own(cx, &self.name)?;
        let zone = ownership::zone_of(cx.policies, &domain)?;
        require_awake(cx, zone)?;
        require_free(&domain.statuses, Status::BARS_RENEW, self.name.as_str())?;
        self.check_expiry(domain.expires_at)?;
        check_window(&domain, zone, cx.now)?;
        let period = self.period.unwrap_or(Period::YEAR);
        term_rules::check_period(period, zone.term.renew)?;

        domain.expires_at = term_rules::extend(domain.expires_at, period, zone.term.longest, cx.now)?;
        if let Some(until) = zone.grace.renew_until(cx.now) {
            domain.open(GracePeriod::Renew { until }, cx.now);
        }
        domain.touch(cx.actor.id(), cx.now);
        cx.store.update_domain(&domain)?;
        let order = Order { zone, name: &self.name, what: Priced::Renew, years: period.years() };
        let warning = charge(cx, cx.actor.id(), &order, domain.id.into())?;
        schedule(cx, zone, &domain)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;

        let answer = Renewed { name: domain.name, expires_at: domain.expires_at };
        Ok(Done::new(Outcome::DomainRenewed, answer).warned(warning))
    }
}

impl Renew {
    fn check_expiry(&self, expires_at: Instant) -> Result<(), Refusal> {
        match self.current_expiry {
            Some(claim) if !claim.holds(expires_at) => {
                let refusal = Refusal::new(Outcome::ExpiryMismatch).at(Field::CurrentExpiry).value(claim);
                Err(refusal.fact("expected", expires_at.date()))
            }
            _ => Ok(()),
        }
    }
}

fn check_window(domain: &Domain, zone: &Zone, now: Instant) -> Result<(), Refusal> {
    let opens = zone.term.renewable_days.map(|days| domain.expires_at.plus_days(-i64::from(days)));
    match opens.filter(|opens| now < *opens) {
        Some(opens) => Err(Refusal::new(Outcome::RenewalTooEarly).value(&domain.name).fact("date", opens)),
        None => Ok(()),
    }
}
