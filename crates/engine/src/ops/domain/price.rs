use outcomes::{Operation as Name, Outcome};

use super::name_rules;
use crate::{
    Done, Glance, Glancing, Operation, Refusals,
    ledger::{Order, list_price, quote},
    model::{Account, Currency, DomainName, Fee, Period},
    policy::{Priced, Zone},
};

/// Tells what a name costs the actor, whether it is free or not.
///
/// Changes, bills and notifies nothing. Checks: the zone.
#[derive(Clone, Debug)]
pub struct Price {
    /// The name.
    pub name: DomainName,
    /// For how long; a year unless said otherwise. A transfer costs by the years that the zone says, a restoration and a
    /// trade know no years.
    pub period: Option<Period>,
}

/// What things cost an account, in its currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceTag {
    /// The currency.
    pub currency: Currency,
    /// The tier of a premium name.
    pub tier: Option<String>,
    fees: Vec<(Priced, Fee)>,
}

impl PriceTag {
    /// What something costs; `None` if it is not for sale.
    pub fn fee(&self, what: Priced) -> Option<Fee> {
        self.fees.iter().find(|(priced, _)| *priced == what).map(|(_, fee)| *fee)
    }

    /// The prices of names like any other in a zone.
    pub(in crate::ops) fn of_zone(payer: &Account, zone: &Zone) -> Self {
        let fee = |what| list_price(payer, zone, what, years(what, zone, Period::YEAR));
        Self { currency: payer.currency, tier: None, fees: Self::collect(fee) }
    }

    /// The prices of a name for a number of years.
    pub(in crate::ops) fn of_name(payer: &Account, zone: &Zone, name: &DomainName, period: Period) -> Self {
        let order = |what| Order { zone, name, what, years: years(what, zone, period) };
        let fees = Self::collect(|what| Some(quote(payer, order(what)).ok()?.fee));
        let tier = zone.premium.tier(name).map(|tier| tier.tier.clone());
        Self { currency: payer.currency, tier, fees }
    }

    fn collect(fee: impl Fn(Priced) -> Option<Fee>) -> Vec<(Priced, Fee)> {
        Priced::ORDERS.into_iter().filter_map(|what| Some((what, fee(what)?))).collect()
    }
}

/// For how many years something is priced.
fn years(what: Priced, zone: &Zone, period: Period) -> u8 {
    match what {
        Priced::Create | Priced::Renew | Priced::AutoRenew => period.years(),
        Priced::Transfer => u8::try_from(zone.transfer.years).unwrap_or(u8::MAX),
        Priced::Restore | Priced::Trade => 1,
    }
}

impl Operation for Price {
    type Answer = PriceTag;
    const NAME: Name = Name::DomainPrice;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::PricesTold, Outcome::ZoneUnknown, Outcome::NameNotRegistrable];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Glance for Price {
    fn run(self, cx: &Glancing<'_>) -> Result<Done<PriceTag>, Refusals> {
        let zone = name_rules::zone_of(cx.policies, &self.name)?;
        let period = self.period.unwrap_or(Period::YEAR);
        let tag = PriceTag::of_name(&cx.actor.account, zone, &self.name, period);
        Ok(Done::new(Outcome::PricesTold, tag))
    }
}
