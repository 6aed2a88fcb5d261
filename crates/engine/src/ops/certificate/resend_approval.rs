use outcomes::{Operation as Name, Outcome};

use super::{CertificateRef, letters, ownership};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{CertificateOrder, CertificateState},
};

/// Sends the letters of an order again to those who have not approved yet. The keys in earlier ones are void.
///
/// Changes: the keys of the order; new letters. Bills and notifies nothing.
///
/// Checks, in this order: whether there is such an order of the actor's own; whether it waits for the answer to a letter;
/// whether the last letter is old enough; whether letters can be sent.
#[derive(Clone, Copy, Debug)]
pub struct ResendApproval {
    /// The order.
    pub at: CertificateRef,
}

impl Operation for ResendApproval {
    type Answer = CertificateOrder;
    const NAME: Name = Name::CertificateResendApproval;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ApprovalResent,
        Outcome::CertificateUnknown,
        Outcome::CertificateNotReady,
        Outcome::ApprovalResentLately,
        Outcome::MailUnavailable,
    ];
}

impl Command for ResendApproval {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<CertificateOrder>, Failure> {
        let mut order = ownership::find_own(cx, self.at)?;
        ownership::require(&order, &[CertificateState::AwaitingApproval])?;
        letters::last(&order).ok_or_else(|| ownership::not_ready(&order))?;
        letters::require_pause(cx, &order)?;
        letters::send_again(cx, &mut order)?;
        cx.reset_authinfo_guard(order.id.into());
        cx.store.update_certificate_order(&order)?;
        cx.record(Self::NAME, order.id.into(), &order.title())?;
        Ok(Done::new(Outcome::ApprovalResent, order))
    }
}
