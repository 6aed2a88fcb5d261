use outcomes::{Operation as Name, Outcome};

use super::{CertificateRef, ControlChoice, RequestDraft, ownership, request_rules, term};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{CertificateId, CertificateOrder, CertificateOrderKind, CertificateState},
    ports::store::Inserted,
};

/// Has a certificate issued again with another key, for the rest of its term. The one before is good until the new one is
/// issued, and is then replaced.
///
/// Changes: another order of the certificate; letters to those who are to approve. Bills nothing. Notifies nobody; how it
/// ended is told by `authority_end.rs`.
///
/// Checks, in this order: whether there is such a certificate of the actor's own; whether its latest order is issued; the
/// request, as `request_rules.rs` says; how control is shown, as `control_rules.rs` says.
#[derive(Clone, Debug)]
pub struct Reissue {
    /// The certificate.
    pub certificate: CertificateId,
    /// What is to be certified.
    pub request: RequestDraft,
    /// How control is shown, if not as before.
    pub controls: Option<Vec<ControlChoice>>,
}

impl Operation for Reissue {
    type Answer = CertificateOrder;
    const NAME: Name = Name::CertificateReissue;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::CertificateSubmitted,
        Outcome::CertificateUnknown,
        Outcome::CertificateNotReady,
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
        Outcome::ControlMissing,
        Outcome::ControlMethodRefused,
        Outcome::ApproverRefused,
        Outcome::MailUnavailable,
    ];
}

impl Command for Reissue {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<CertificateOrder>, Failure> {
        let last = ownership::find_own(cx, CertificateRef::latest(self.certificate))?;
        ownership::require(&last, &[CertificateState::Issued])?;
        let product = ownership::product(cx, &last)?;
        let mut order = term::following(cx, &last, CertificateOrderKind::Reissue, 0);
        order.request = Some(request_rules::request(cx, &order.class, &self.request)?);
        let before = || last.controls.iter().map(ControlChoice::of).collect();
        let choices = self.controls.clone().unwrap_or_else(before);
        term::submit(cx, &mut order, product, &choices)?;
        if cx.store.insert_certificate_order(&order)? == Inserted::Taken {
            return Err(ownership::not_ready(&last).into());
        }
        cx.record(Self::NAME, order.id.into(), &order.title())?;
        Ok(Done::new(Outcome::CertificateSubmitted, order))
    }
}
