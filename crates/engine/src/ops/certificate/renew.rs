use outcomes::{Operation as Name, Outcome};

use super::{Bought, CertificateRef, ControlChoice, RequestDraft, ownership, request_rules, term};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{CertificateId, CertificateOrderKind, CertificateState},
    ports::store::Inserted,
};

/// Orders another term of a certificate, which begins where the present one ends. What is not said anew is as before; the
/// order is submitted at once.
///
/// Changes: another order of the certificate; letters to those who are to approve. Bills: its years. Notifies: nobody but
/// the payer, when its credit runs low; how it ended is told by `authority_end.rs`.
///
/// Checks, in this order: whether there is such a certificate of the actor's own; whether its latest order is issued or
/// expired; the years; the request, as `request_rules.rs` says; the price, the state of the credit, the credit; how control
/// is shown, as `control_rules.rs` says.
#[derive(Clone, Debug)]
pub struct Renew {
    /// The certificate.
    pub certificate: CertificateId,
    /// For how many years.
    pub years: u8,
    /// What is to be certified, if not the same as before.
    pub request: Option<RequestDraft>,
    /// How control is shown, if not as before.
    pub controls: Option<Vec<ControlChoice>>,
}

impl Operation for Renew {
    type Answer = Bought;
    const NAME: Name = Name::CertificateRenew;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::CertificateSubmitted,
        Outcome::CertificateUnknown,
        Outcome::CertificateNotReady,
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
        Outcome::ControlMissing,
        Outcome::ControlMethodRefused,
        Outcome::ApproverRefused,
        Outcome::MailUnavailable,
    ];
}

impl Command for Renew {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Bought>, Failure> {
        let last = ownership::find_own(cx, CertificateRef::latest(self.certificate))?;
        ownership::require(&last, &[CertificateState::Issued, CertificateState::Expired])?;
        let product = ownership::product(cx, &last)?;
        term::check_years(product, self.years)?;
        let mut order = term::following(cx, &last, CertificateOrderKind::Renewal, self.years);
        if let Some(draft) = &self.request {
            order.request = Some(request_rules::request(cx, &order.class, draft)?);
        }
        let (receipt, warning) = term::pay(cx, cx.actor.id(), &order, product)?;
        let before = || last.controls.iter().map(ControlChoice::of).collect();
        let choices = self.controls.clone().unwrap_or_else(before);
        term::submit(cx, &mut order, product, &choices)?;
        if cx.store.insert_certificate_order(&order)? == Inserted::Taken {
            return Err(ownership::not_ready(&last).into());
        }
        cx.record(Self::NAME, order.id.into(), &order.title())?;
        Ok(Done::new(Outcome::CertificateSubmitted, Bought { order, receipt }).warned(warning))
    }
}
