use outcomes::{Operation as Name, Outcome};

use super::{CertificateRef, authority, ownership};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{CertificateOrder, CertificateState},
};

/// Has the authority revoke a certificate, for good. Nothing is paid back.
///
/// Changes: the order. Bills nothing. Notifies: the account, when the authority has answered (`authority_end.rs`).
///
/// Checks, in this order: whether there is such an order of the actor's own; whether it is issued, or was until it was
/// replaced.
#[derive(Clone, Copy, Debug)]
pub struct Revoke {
    /// The order.
    pub at: CertificateRef,
}

impl Operation for Revoke {
    type Answer = CertificateOrder;
    const NAME: Name = Name::CertificateRevoke;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::CertificateRevokePending, Outcome::CertificateUnknown, Outcome::CertificateNotReady];
}

impl Command for Revoke {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<CertificateOrder>, Failure> {
        let mut order = ownership::find_own(cx, self.at)?;
        ownership::require(&order, &[CertificateState::Issued, CertificateState::Replaced])?;
        authority::turn_to(cx, &mut order, CertificateState::Revoking)?;
        cx.store.update_certificate_order(&order)?;
        cx.record(Self::NAME, order.id.into(), &order.title())?;
        Ok(Done::new(Outcome::CertificateRevokePending, order))
    }
}
