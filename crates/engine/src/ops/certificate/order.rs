use outcomes::{Operation as Name, Outcome};

use super::{ControlChoice, RequestDraft, request_rules, term};
use crate::{
    Command, Done, Failure, Fault, Operation, Writing,
    model::{CertificateClass, CertificateOrder},
    ops::Receipt,
    ports::store::Inserted,
};

/// Orders a certificate. What it is to certify may be sent with the order or later, and be submitted with it or later.
///
/// Changes: a certificate with its first order; letters to those who are to approve, if it is submitted. Bills: its years.
/// Notifies: nobody but the payer, when its credit runs low; how it ended is told by `authority_end.rs`.
///
/// Checks, in this order: the class; the years; the request, as `request_rules.rs` says; the price, the state of the
/// credit, the credit; how control is shown, as `control_rules.rs` says.
#[derive(Clone, Debug)]
pub struct Order {
    /// The product.
    pub class: CertificateClass,
    /// For how many years.
    pub years: u8,
    /// What is to be certified, if that is known already.
    pub request: Option<RequestDraft>,
    /// How control of the names is shown; named only if the order is to be submitted at once.
    pub controls: Option<Vec<ControlChoice>>,
}

/// What was ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bought {
    /// The order, with what has to be published to show control.
    pub order: CertificateOrder,
    /// What was paid.
    pub receipt: Receipt,
}

impl Operation for Order {
    type Answer = Bought;
    const NAME: Name = Name::CertificateOrder;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::CertificateOrdered,
        Outcome::CertificateSubmitted,
        Outcome::CertificateClassUnknown,
        Outcome::PeriodOutOfRange,
        Outcome::TextMissing,
        Outcome::CsrTooLarge,
        Outcome::CsrMalformed,
        Outcome::CsrAlgorithmRefused,
        Outcome::CsrKeyWeak,
        Outcome::CsrSignatureWrong,
        Outcome::CsrCountryMalformed,
        Outcome::CsrOrganizationMissing,
        Outcome::CsrCommonNameMissing,
        Outcome::CsrCommonNameMalformed,
        Outcome::CertificateNameMalformed,
        Outcome::CertificateNameRefused,
        Outcome::CertificateNamesTooMany,
        Outcome::ContactUnknown,
        Outcome::NotSponsor,
        Outcome::PriceMissing,
        Outcome::CreditLocked,
        Outcome::CreditInactive,
        Outcome::BillingDataMissing,
        Outcome::TaxSettingsWrong,
        Outcome::CreditInsufficient,
        Outcome::CreditLow,
        Outcome::CertificateNotConfigured,
        Outcome::ControlMissing,
        Outcome::ControlMethodRefused,
        Outcome::ApproverRefused,
        Outcome::MailUnavailable,
    ];

    fn object(&self) -> &str {
        self.class.as_str()
    }
}

impl Command for Order {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Bought>, Failure> {
        let product = request_rules::product(cx.policies, &self.class)?;
        term::check_years(product, self.years)?;
        let mut order = term::first(cx, &self.class, self.years);
        let draft = self.request.as_ref();
        order.request = draft.map(|draft| request_rules::request(cx, &self.class, draft)).transpose()?;
        let (receipt, warning) = term::pay(cx, cx.actor.id(), &order, product)?;
        if let Some(controls) = &self.controls {
            term::submit(cx, &mut order, product, controls)?;
        }
        if cx.store.insert_certificate_order(&order)? == Inserted::Taken {
            return Err(Fault::internal("a certificate that is new has an order").into());
        }
        cx.record(Self::NAME, order.id.into(), &order.title())?;
        let outcome = match self.controls {
            Some(_) => Outcome::CertificateSubmitted,
            None => Outcome::CertificateOrdered,
        };
        Ok(Done::new(outcome, Bought { order, receipt }).warned(warning))
    }
}
