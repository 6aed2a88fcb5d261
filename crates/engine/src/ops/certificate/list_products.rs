use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Operation, Query, Reading,
    ledger::{CertificatePurchase, Purchase},
    model::{CertificateClass, Fee},
    policy::Product,
};

/// Lists the certificates that are sold, by class, with what they cost the actor.
///
/// Changes, bills and notifies nothing. Nothing to check.
#[derive(Clone, Copy, Debug)]
pub struct ListProducts;

/// A product as an account sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductView {
    /// Under which name it is ordered.
    pub class: CertificateClass,
    /// Its terms.
    pub product: Product,
    /// What a first order costs, by the number of years; nothing where it is not for sale in the account's currency.
    pub create: Vec<(u8, Fee)>,
    /// What a renewal costs.
    pub renew: Vec<(u8, Fee)>,
}

impl Operation for ListProducts {
    type Answer = Vec<ProductView>;
    const NAME: Name = Name::CertificateListProducts;
    const OUTCOMES: &'static [Outcome] = &[Outcome::CertificateProductsListed];
}

impl Query for ListProducts {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Vec<ProductView>>, Failure> {
        let products = &cx.policies.certificates.products;
        let views = products.iter().map(|(class, product)| ProductView {
            class: class.clone(),
            product: product.clone(),
            create: prices(cx, product, false),
            renew: prices(cx, product, true),
        });
        Ok(Done::new(Outcome::CertificateProductsListed, views.collect()))
    }
}

fn prices(cx: &Reading<'_>, product: &Product, is_renewal: bool) -> Vec<(u8, Fee)> {
    let price = |years| {
        let item = CertificatePurchase { product, is_renewal, years }.item(&cx.actor.account);
        item.ok().map(|item| (years, item.fee))
    };
    (1..=product.longest_years).filter_map(price).collect()
}
