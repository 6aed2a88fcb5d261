use outcomes::{Operation as Name, Outcome};

use super::{CertificateRef, ownership};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{CertificateOrder, CertificateState},
};

/// Takes a submitted order back before the authority is asked, so that it can be configured and submitted otherwise. What
/// was paid stays paid.
///
/// Changes: the order; the keys in its letters are void, and control of its names has to be shown anew. Bills and notifies
/// nothing.
///
/// Checks, in this order: whether there is such an order of the actor's own; whether it waits for approval.
#[derive(Clone, Copy, Debug)]
pub struct Recall {
    /// The order.
    pub at: CertificateRef,
}

impl Operation for Recall {
    type Answer = CertificateOrder;
    const NAME: Name = Name::CertificateRecall;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::CertificateConfigured, Outcome::CertificateUnknown, Outcome::CertificateNotReady];
}

impl Command for Recall {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<CertificateOrder>, Failure> {
        let mut order = ownership::find_own(cx, self.at)?;
        ownership::require(&order, &[CertificateState::AwaitingApproval])?;
        order.enter(CertificateState::AwaitingConfiguration, cx.now);
        order.controls.clear();
        // Nobody looks at it any more: its last reminder is overtaken.
        (order.reference, order.look_at) = (None, None);
        cx.store.update_certificate_order(&order)?;
        cx.record(Self::NAME, order.id.into(), &order.title())?;
        Ok(Done::new(Outcome::CertificateConfigured, order))
    }
}
