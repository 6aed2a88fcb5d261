use outcomes::{Operation as Name, Outcome};

use super::{CertificateRef, RequestDraft, ownership, request_rules};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{CertificateOrder, CertificateState},
};

/// Says what an order is to certify, in place of what was said before.
///
/// Changes: the order. Bills and notifies nothing.
///
/// Checks, in this order: whether there is such an order of the actor's own; whether it is still to be submitted; the
/// request, as `request_rules.rs` says.
#[derive(Clone, Debug)]
pub struct Configure {
    /// The order.
    pub at: CertificateRef,
    /// What is to be certified.
    pub request: RequestDraft,
}

impl Operation for Configure {
    type Answer = CertificateOrder;
    const NAME: Name = Name::CertificateConfigure;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::CertificateConfigured,
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
    ];
}

impl Command for Configure {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<CertificateOrder>, Failure> {
        let mut order = ownership::find_own(cx, self.at)?;
        ownership::require(&order, &[CertificateState::AwaitingConfiguration])?;
        order.request = Some(request_rules::request(cx, &order.class, &self.request)?);
        cx.store.update_certificate_order(&order)?;
        cx.record(Self::NAME, order.id.into(), &order.title())?;
        Ok(Done::new(Outcome::CertificateConfigured, order))
    }
}
