//! Orders that are paid, and what they begin with.

use outcomes::{Field, Outcome};

use super::{ControlChoice, control_rules, course};
use crate::{
    Failure, Refusal, Writing,
    ledger::CertificatePurchase,
    model::{
        AccountId, CertificateClass, CertificateId, CertificateOrder, CertificateOrderId,
        CertificateOrderKind, CertificateState,
    },
    ops::{Receipt, payment::buy},
    policy::Product,
    ports::random_text,
};

/// # Errors
/// `period_out_of_range`.
pub(super) fn check_years(product: &Product, years: u8) -> Result<(), Refusal> {
    if (1..=product.longest_years).contains(&years) {
        return Ok(());
    }
    let refused = Refusal::new(Outcome::PeriodOutOfRange).at(Field::Period).value(years);
    Err(refused.fact("range", format_args!("1 to {}", product.longest_years)))
}

/// The first order of a certificate, as it begins.
pub(super) fn first(cx: &Writing<'_>, class: &CertificateClass, years: u8) -> CertificateOrder {
    let id = cx.object_id();
    CertificateOrder {
        id: CertificateOrderId(id),
        certificate: CertificateId(id),
        number: 1,
        account: cx.actor.id(),
        kind: CertificateOrderKind::First,
        class: class.clone(),
        years,
        state: CertificateState::AwaitingConfiguration,
        since: cx.now,
        created_at: cx.now,
        expires_at: None,
        look_at: None,
        repays: false,
        request: None,
        controls: Vec::new(),
        reference: None,
        issued: None,
        reason: None,
    }
}

/// The order that follows another.
pub(super) fn following(
    cx: &Writing<'_>,
    last: &CertificateOrder,
    kind: CertificateOrderKind,
    years: u8,
) -> CertificateOrder {
    let CertificateOrder { certificate, number, expires_at, .. } = *last;
    let request = last.request.clone();
    let first = first(cx, &last.class, years);
    CertificateOrder { certificate, number: number + 1, kind, expires_at, request, ..first }
}

/// Has the account pay for an order.
///
/// # Errors
/// As of [`buy`].
pub(super) fn pay(
    cx: &Writing<'_>,
    payer: AccountId,
    order: &CertificateOrder,
    product: &Product,
) -> Result<(Receipt, Option<Refusal>), Failure> {
    let is_renewal = order.kind == CertificateOrderKind::Renewal;
    let purchase = CertificatePurchase { product, is_renewal, years: order.years };
    buy(cx, payer, &purchase, order.id.into())
}

/// Submits an order: control of its names is to be shown from now on. The caller stores it.
///
/// # Errors
/// `certificate_not_configured`, and as [`control_rules::prepare`].
pub(super) fn submit(
    cx: &Writing<'_>,
    order: &mut CertificateOrder,
    product: &Product,
    choices: &[ControlChoice],
) -> Result<(), Failure> {
    if order.request.is_none() {
        let refusal = Refusal::new(Outcome::CertificateNotConfigured).at(Field::CertificateId);
        return Err(refusal.value(order.certificate).into());
    }
    order.controls = control_rules::prepare(cx, order, product, choices)?;
    order.reference = Some(random_text(cx.entropy, REFERENCE_DIGITS, REFERENCE_LENGTH));
    order.enter(CertificateState::AwaitingApproval, cx.now);
    Ok(course::proceed(cx, order)?)
}

/// Of 100 bits, in capitals and digits that are not easily confused.
const REFERENCE_DIGITS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const REFERENCE_LENGTH: usize = 20;
