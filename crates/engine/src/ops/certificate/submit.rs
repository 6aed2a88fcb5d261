use outcomes::{Operation as Name, Outcome};

use super::{CertificateRef, ControlChoice, RequestDraft, letters, ownership, request_rules, term};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{CertificateOrder, CertificateState, ControlMethod},
};

/// Submits an order: from now on control of its names is to be shown, and then the authority issues. An order that waits
/// for approval is submitted anew, for another request or with other ways to show control. Control that was shown stays so.
///
/// Changes: the order; letters to those who are to approve. Keys in earlier letters are void. Bills nothing. Notifies
/// nobody; how it ended is told by `authority_end.rs`.
///
/// Checks, in this order: whether there is such an order of the actor's own; whether the authority has still to be asked;
/// the request, as `request_rules.rs` says; whether the last letter is old enough, if another is to be sent; whether the
/// order is configured; how control is shown, as `control_rules.rs` says.
#[derive(Clone, Debug)]
pub struct Submit {
    /// The order.
    pub at: CertificateRef,
    /// What is to be certified, if not what was said before.
    pub request: Option<RequestDraft>,
    /// How control of the names is shown.
    pub controls: Vec<ControlChoice>,
}

impl Operation for Submit {
    type Answer = CertificateOrder;
    const NAME: Name = Name::CertificateSubmit;
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
        Outcome::ApprovalResentLately,
        Outcome::CertificateNotConfigured,
        Outcome::ControlMissing,
        Outcome::ControlMethodRefused,
        Outcome::ApproverRefused,
        Outcome::MailUnavailable,
    ];
}

impl Command for Submit {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<CertificateOrder>, Failure> {
        let mut order = ownership::find_own(cx, self.at)?;
        let before = [CertificateState::AwaitingConfiguration, CertificateState::AwaitingApproval];
        ownership::require(&order, &before)?;
        let product = ownership::product(cx, &order)?;
        if let Some(draft) = &self.request {
            order.request = Some(request_rules::request(cx, &order.class, draft)?);
        }
        if self.controls.iter().any(|choice| choice.method == ControlMethod::Email) {
            letters::require_pause(cx, &order)?;
        }
        term::submit(cx, &mut order, product, &self.controls)?;
        cx.reset_authinfo_guard(order.id.into());
        cx.store.update_certificate_order(&order)?;
        cx.record(Self::NAME, order.id.into(), &order.title())?;
        Ok(Done::new(Outcome::CertificateSubmitted, order))
    }
}
