use outcomes::{Operation as Name, Outcome};

use super::{CertificateRef, ownership};
use crate::{Done, Failure, Operation, Query, Reading, model::CertificateOrder};

/// Shows a certificate to its account: the order that is asked for, and all orders it has.
///
/// Changes, bills and notifies nothing. Checks whether there is such an order of the actor's own.
#[derive(Clone, Copy, Debug)]
pub struct Info {
    /// The order.
    pub at: CertificateRef,
}

/// A certificate as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateView {
    /// The order that was asked for; the latest if none was named.
    pub order: CertificateOrder,
    /// All orders of the certificate, by number.
    pub orders: Vec<CertificateOrder>,
    /// What the product is called.
    pub title: String,
}

impl Operation for Info {
    type Answer = CertificateView;
    const NAME: Name = Name::CertificateInfo;
    const OUTCOMES: &'static [Outcome] = &[Outcome::CertificateFound, Outcome::CertificateUnknown];
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<CertificateView>, Failure> {
        let orders = ownership::orders_of_own(cx, self.at)?;
        let order = ownership::pick(&orders, self.at)?.clone();
        let product = cx.policies.certificates.products.get(&order.class);
        let title = product.map_or_else(|| order.class.to_string(), |product| product.title.clone());
        Ok(Done::new(Outcome::CertificateFound, CertificateView { order, orders, title }))
    }
}
