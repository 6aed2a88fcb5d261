//! Whose certificate it is, and in which state.

use std::fmt;

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Fault, Refusal,
    model::{CertificateId, CertificateOrder, CertificateState},
    policy::Product,
    ports::store::Snapshot,
};

/// An order of a certificate, as clients name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CertificateRef {
    /// The certificate.
    pub certificate: CertificateId,
    /// Which of its orders, from 1; the latest if none is named.
    pub number: Option<u32>,
}

impl CertificateRef {
    /// The latest order of a certificate.
    pub const fn latest(certificate: CertificateId) -> Self {
        Self { certificate, number: None }
    }

    /// Reads the number of a certificate, or that of one of its orders: `7`, `7-002`. A number that none can have is one that
    /// none has.
    ///
    /// # Errors
    /// `certificate_unknown`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let read = || {
            let (certificate, number) = match text.trim().split_once('-') {
                Some((certificate, number)) => (certificate, Some(number.parse().ok()?)),
                None => (text.trim(), None),
            };
            Some(Self { certificate: CertificateId(certificate.parse().ok()?), number })
        };
        let unknown = || Refusal::new(Outcome::CertificateUnknown).at(Field::CertificateId).value(text);
        read().ok_or_else(unknown)
    }
}

impl fmt::Display for CertificateRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            None => self.certificate.fmt(f),
            Some(number) => write!(f, "{}-{number:03}", self.certificate),
        }
    }
}

/// An order of the actor's own.
///
/// # Errors
/// `certificate_unknown`, also for one of another account.
pub(super) fn find_own<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    at: CertificateRef,
) -> Result<CertificateOrder, Failure> {
    let orders = orders_of_own(cx, at)?;
    Ok(pick(&orders, at)?.clone())
}

/// The order that is meant, among all orders of its certificate.
///
/// # Errors
/// `certificate_unknown`.
pub(super) fn pick(orders: &[CertificateOrder], at: CertificateRef) -> Result<&CertificateOrder, Refusal> {
    let wanted = |order: &&CertificateOrder| at.number.is_none_or(|number| order.number == number);
    orders.iter().rfind(wanted).ok_or_else(|| unknown(at))
}

/// All orders of a certificate of the actor's own, by number; one at least.
///
/// # Errors
/// As [`find_own`].
pub(super) fn orders_of_own<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    at: CertificateRef,
) -> Result<Vec<CertificateOrder>, Failure> {
    let orders = cx.store.certificate_orders(at.certificate)?;
    let is_own = orders.first().is_some_and(|first| first.account == cx.actor.id());
    if is_own { Ok(orders) } else { Err(unknown(at).into()) }
}

/// # Errors
/// `certificate_not_ready` unless the order is in one of these states.
pub(super) fn require(order: &CertificateOrder, states: &[CertificateState]) -> Result<(), Refusal> {
    if states.contains(&order.state) { Ok(()) } else { Err(not_ready(order)) }
}

/// The refusal of what an order's state does not allow.
pub(super) fn not_ready(order: &CertificateOrder) -> Refusal {
    let refusal = Refusal::new(Outcome::CertificateNotReady).at(Field::CertificateId);
    refusal.value(order.certificate).fact("state", order.state.name())
}

/// The product of an order that was sold: a policy that has it no more is at fault, not the client.
///
/// # Errors
/// A fault.
pub(super) fn product<'a, S: Snapshot + ?Sized>(
    cx: &Context<'a, S>,
    order: &CertificateOrder,
) -> Result<&'a Product, Fault> {
    let product = cx.policies.certificates.products.get(&order.class);
    product.ok_or_else(|| Fault::internal(format!("no policy has the class {} any more", order.class)))
}

fn unknown(at: CertificateRef) -> Refusal {
    Refusal::new(Outcome::CertificateUnknown).at(Field::CertificateId).value(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_is_named_with_or_without_an_order() {
        for text in ["7", "7-002", "7-123"] {
            assert_eq!(CertificateRef::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "CZ1", "7-", "7-x", "-2", "7-2-3"] {
            assert_eq!(
                CertificateRef::parse(text).unwrap_err().outcome,
                Outcome::CertificateUnknown,
                "{text}"
            );
        }
    }
}
