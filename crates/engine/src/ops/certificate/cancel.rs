use outcomes::{Operation as Name, Outcome};

use super::{CertificateRef, authority, course, ownership};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{CertificateOrder, CertificateOrderKind, CertificateState, IssuedCertificate},
};

/// Gives an order up. What the authority was not asked for yet is over at once; what it is about to issue is withdrawn, if
/// it has not done so; what was issued a short while ago is revoked. In all cases the payment is given back.
///
/// Changes: the order; the ledger, at once or when the authority has answered. Bills nothing. Notifies: the account, when
/// the authority has answered (`authority_end.rs`).
///
/// Checks, in this order: whether there is such an order of the actor's own; whether its state, and for an issued one its
/// age and kind, allow it.
#[derive(Clone, Copy, Debug)]
pub struct Cancel {
    /// The order.
    pub at: CertificateRef,
}

impl Operation for Cancel {
    type Answer = CertificateOrder;
    const NAME: Name = Name::CertificateCancel;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::CertificateCancelled,
        Outcome::CertificateCancelPending,
        Outcome::CertificateUnknown,
        Outcome::CertificateNotReady,
    ];
}

impl Command for Cancel {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<CertificateOrder>, Failure> {
        use CertificateState::{
            AwaitingApproval, AwaitingConfiguration, Cancelled, Issued, Processing, Revoking, Withdrawing,
        };
        let mut order = ownership::find_own(cx, self.at)?;
        let outcome = match order.state {
            AwaitingConfiguration | AwaitingApproval => {
                order.enter(Cancelled, cx.now);
                course::repay(cx, &order)?;
                Outcome::CertificateCancelled
            }
            Processing => {
                authority::turn_to(cx, &mut order, Withdrawing)?;
                Outcome::CertificateCancelPending
            }
            Issued if can_be_repaid(cx, &order) => {
                order.repays = true;
                authority::turn_to(cx, &mut order, Revoking)?;
                Outcome::CertificateCancelPending
            }
            _ => return Err(ownership::not_ready(&order).into()),
        };
        cx.store.update_certificate_order(&order)?;
        cx.record(Self::NAME, order.id.into(), &order.title())?;
        Ok(Done::new(outcome, order))
    }
}

/// A reissue cost nothing; giving up the order that it replaced is too late.
fn can_be_repaid(cx: &Writing<'_>, order: &CertificateOrder) -> bool {
    let days = cx.policies.certificates.refund_days;
    let is_young = |issued: &IssuedCertificate| cx.now < issued.not_before.plus_days(days.into());
    order.kind != CertificateOrderKind::Reissue && order.issued.as_ref().is_some_and(is_young)
}
