use outcomes::{Operation as Name, Outcome};

use super::{CertificateRef, ControlChoice, ownership, term};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{CertificateOrder, CertificateState},
};

/// Submits an order that was configured: from now on control of its names is to be shown, and then the authority issues.
///
/// Changes: the order; letters to those who are to approve. Bills nothing. Notifies nobody; how it ended is told by
/// `authority_end.rs`.
///
/// Checks, in this order: whether there is such an order of the actor's own; whether it is still to be submitted, and
/// configured; how control is shown, as `control_rules.rs` says.
#[derive(Clone, Debug)]
pub struct Submit {
    /// The order.
    pub at: CertificateRef,
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
        ownership::require(&order, &[CertificateState::AwaitingConfiguration])?;
        let product = ownership::product(cx, &order)?;
        term::submit(cx, &mut order, product, &self.controls)?;
        cx.store.update_certificate_order(&order)?;
        cx.record(Self::NAME, order.id.into(), &order.title())?;
        Ok(Done::new(Outcome::CertificateSubmitted, order))
    }
}
