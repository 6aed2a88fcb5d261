//! What is in a cart, with what it costs as things are now.

use crate::{
    Context, Fault,
    ledger::{CertificatePurchase, Order, Purchase, quote},
    model::{Account, CartItem, CertificateClass, DomainName, Goods, Money, Secret},
    ops::{certificate, domain, privacy},
    policy::{Policies, Priced},
    ports::store::Snapshot,
};

/// An item with its price, tax included. What cannot be bought as things are has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CartLine {
    /// The item.
    pub item: CartItem,
    /// What a single year of it costs.
    pub unit: Option<Money>,
    /// What all years of it cost.
    pub total: Option<Money>,
    /// What else is to be had with it.
    pub words: Option<Secret>,
}

impl CartLine {
    /// An item with its price and its words.
    ///
    /// # Errors
    /// A fault if the words do not open.
    pub(super) fn of<S: Snapshot + ?Sized>(cx: &Context<'_, S>, item: CartItem) -> Result<Self, Fault> {
        let price = |years| price(&cx.actor.account, cx.policies, &item.goods, years);
        let words = item.words.as_ref().map(|words| cx.unseal(words, item.account)).transpose()?;
        Ok(Self { unit: price(1), total: price(item.years), words, item })
    }
}

fn price(payer: &Account, policies: &Policies, goods: &Goods, years: u8) -> Option<Money> {
    let named = |name, what, years| of_domain(payer, policies, name, (what, years));
    match goods {
        Goods::Register(name) => named(name, Priced::Create, years),
        Goods::Renew(name) => named(name, Priced::Renew, years),
        Goods::Transfer(name) => named(name, Priced::Transfer, years),
        // What is restored is renewed as well.
        Goods::Restore(name) => {
            let (restored, renewed) = (named(name, Priced::Restore, 1)?, named(name, Priced::Renew, years)?);
            Some(Money::new(restored.minor.checked_add(renewed.minor)?, restored.currency))
        }
        Goods::Privacy(_) | Goods::PrivacyRenewal(_) => Some(privacy::fee(payer, policies, years)?.gross()),
        Goods::Certificate(class) => of_certificate(payer, policies, class, years),
    }
}

fn of_domain(
    payer: &Account,
    policies: &Policies,
    name: &DomainName,
    (what, years): (Priced, u8),
) -> Option<Money> {
    let zone = domain::registrable_zone(policies, name).ok()?;
    Some(quote(payer, Order { zone, name, what, years }).ok()?.fee.gross())
}

fn of_certificate(
    payer: &Account,
    policies: &Policies,
    class: &CertificateClass,
    years: u8,
) -> Option<Money> {
    let product = certificate::product(policies, class).ok()?;
    let purchase = CertificatePurchase { product, is_renewal: false, years };
    Some(purchase.item(payer).ok()?.fee.gross())
}
