//! What can be bought.

use outcomes::{Field, Outcome};

use super::{Order, quote};
use crate::{
    Refusal,
    model::{Account, Cycle, EntryKind, Fee, MailTerm, Money, Plan},
    policy::{MailPolicy, Priced, PrivacyPolicy, Product, ProtectionPolicy},
};

/// Something that an account wants to buy.
pub trait Purchase {
    /// What it comes to.
    ///
    /// # Errors
    /// It has no price for this account.
    fn item(&self, payer: &Account) -> Result<Item, Refusal>;
}

/// What a purchase comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// What is paid for.
    pub kind: EntryKind,
    /// The price and the tax on it.
    pub fee: Fee,
    /// For how many years.
    pub years: u8,
}

impl Purchase for Order<'_> {
    fn item(&self, payer: &Account) -> Result<Item, Refusal> {
        Ok(Item { kind: kind_of(self.what), fee: quote(payer, *self)?.fee, years: self.years })
    }
}

/// A term of a protection service.
#[derive(Clone, Copy, Debug)]
pub struct ProtectionOrder<'a> {
    /// What is offered.
    pub policy: &'a ProtectionPolicy,
    /// Which plan.
    pub plan: Plan,
    /// For how long.
    pub cycle: Cycle,
    /// Whether it is the first term, another one, or another plan.
    pub kind: EntryKind,
}

impl Purchase for ProtectionOrder<'_> {
    /// # Errors
    /// `price_missing` when nothing is offered in the account's currency, `plan_price_missing` when this is not.
    fn item(&self, payer: &Account) -> Result<Item, Refusal> {
        let currency = payer.currency;
        let refused = |outcome| Refusal::new(outcome).at(Field::Credit).fact("currency", currency);
        if !self.policy.sells_in(currency) {
            return Err(refused(Outcome::PriceMissing).fact("zone", "the service"));
        }
        let missing = || refused(Outcome::PlanPriceMissing).fact("plan", self.plan).fact("cycle", self.cycle);
        let net = self.policy.price(self.plan, self.cycle, currency).ok_or_else(missing)?;
        let fee = Fee { net, tax: payer.billing.tax_on(net, &payer.terms) };
        Ok(Item { kind: self.kind, fee, years: self.cycle.years() })
    }
}

/// A term of a mailspace.
#[derive(Clone, Copy, Debug)]
pub struct MailspaceOrder<'a> {
    /// What is offered.
    pub policy: &'a MailPolicy,
    /// For how long.
    pub term: MailTerm,
    /// Whether it is the first term or another one.
    pub kind: EntryKind,
}

impl Purchase for MailspaceOrder<'_> {
    /// # Errors
    /// `price_missing` when nothing is offered in the account's currency.
    fn item(&self, payer: &Account) -> Result<Item, Refusal> {
        let fee = sold(payer, self.policy.price(self.term, payer.currency), "mail hosting")?;
        Ok(Item { kind: self.kind, fee, years: self.term.years() })
    }
}

/// Years of privacy for a domain.
#[derive(Clone, Copy, Debug)]
pub struct PrivacyOrder<'a> {
    /// What is offered.
    pub policy: &'a PrivacyPolicy,
    /// For how many years.
    pub years: u8,
    /// Whether they are the first or further ones.
    pub kind: EntryKind,
}

impl Purchase for PrivacyOrder<'_> {
    /// # Errors
    /// `price_missing` when nothing is offered in the account's currency.
    fn item(&self, payer: &Account) -> Result<Item, Refusal> {
        let fee = sold(payer, self.policy.price(self.years, payer.currency), "privacy")?;
        Ok(Item { kind: self.kind, fee, years: self.years })
    }
}

/// A term of a certificate.
#[derive(Clone, Copy, Debug)]
pub struct CertificatePurchase<'a> {
    /// The product.
    pub product: &'a Product,
    /// Whether it is another term: priced as a renewal.
    pub is_renewal: bool,
    /// For how many years.
    pub years: u8,
}

impl Purchase for CertificatePurchase<'_> {
    /// # Errors
    /// `price_missing` when it is not for sale in the account's currency.
    fn item(&self, payer: &Account) -> Result<Item, Refusal> {
        let (what, kind) = match self.is_renewal {
            false => (Priced::Create, EntryKind::Certify),
            true => (Priced::Renew, EntryKind::CertifyRenew),
        };
        let price = self.product.prices.price(what, payer.currency, self.years);
        let fee = sold(payer, price, &self.product.title)?;
        Ok(Item { kind, fee, years: self.years })
    }
}

/// What an account pays for something that has a price in its currency.
///
/// # Errors
/// `price_missing`, with the title of what has none.
fn sold(payer: &Account, price: Option<Money>, title: &str) -> Result<Fee, Refusal> {
    let missing = || Refusal::new(Outcome::PriceMissing).at(Field::Credit).fact("zone", title);
    let net = price.ok_or_else(|| missing().fact("currency", payer.currency))?;
    Ok(Fee { net, tax: payer.billing.tax_on(net, &payer.terms) })
}

const fn kind_of(what: Priced) -> EntryKind {
    match what {
        Priced::Create => EntryKind::Create,
        Priced::Renew => EntryKind::Renew,
        Priced::AutoRenew => EntryKind::AutoRenew,
        Priced::Transfer => EntryKind::Transfer,
        Priced::Restore => EntryKind::Restore,
        Priced::Trade => EntryKind::Trade,
    }
}
