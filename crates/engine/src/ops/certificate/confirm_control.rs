use outcomes::{Field, Operation as Name, Outcome};

use super::{course, ownership};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{CertificateName, CertificateOrder, CertificateOrderId, CertificateState},
};

/// Notes that control of a name was seen where this system does not look: a file on a web server, a record in somebody
/// else's DNS. For the operator, and for an authority that looks itself.
///
/// Changes: control of the name is shown; when that of all names is, the authority is turned to. Bills and notifies
/// nothing.
///
/// Checks, in this order: whether there is such an order; whether it waits for approval; whether it is for the name.
#[derive(Clone, Debug)]
pub struct ConfirmControl {
    /// The order.
    pub order: CertificateOrderId,
    /// The name; every name if none is named.
    pub name: Option<CertificateName>,
}

impl Operation for ConfirmControl {
    type Answer = CertificateOrder;
    const NAME: Name = Name::CertificateConfirmControl;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ControlShown,
        Outcome::CertificateUnknown,
        Outcome::CertificateNotReady,
        Outcome::ControlMissing,
    ];
}

impl Command for ConfirmControl {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<CertificateOrder>, Failure> {
        let unknown = || Refusal::new(Outcome::CertificateUnknown).at(Field::CertificateId).value(self.order);
        let mut order = cx.store.certificate_order(self.order)?.ok_or_else(unknown)?;
        ownership::require(&order, &[CertificateState::AwaitingApproval])?;
        let mut found = false;
        for control in &mut order.controls {
            if self.name.as_ref().is_none_or(|name| *name == control.name) {
                control.shown_at.get_or_insert(cx.now);
                found = true;
            }
        }
        if let Some(name) = self.name.as_ref().filter(|_| !found) {
            return Err(Refusal::new(Outcome::ControlMissing).at(Field::CertificateName).value(name).into());
        }
        course::proceed(cx, &mut order)?;
        cx.store.update_certificate_order(&order)?;
        cx.record(Self::NAME, order.id.into(), &order.title())?;
        Ok(Done::new(Outcome::ControlShown, order))
    }
}
