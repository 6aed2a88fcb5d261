use outcomes::{Field, Operation as Name, Outcome};

use super::{course, ownership};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{
        AuthInfo, AuthInfoDigest, CertificateName, CertificateOrder, CertificateOrderId, CertificateState,
        Control, ControlProof,
    },
};

/// Agrees to a certificate with the key from a letter. Whoever has the key may: the actor does not matter.
///
/// Changes: control of the names in the letter is shown; when that of all names is, the authority is turned to. Bills and
/// notifies nothing. Answers the names.
///
/// Checks, in this order: whether there is such an order; whether it waits for approval; the key.
#[derive(Clone, Debug)]
pub struct Approve {
    /// The order, as the letter names it.
    pub order: CertificateOrderId,
    /// The key.
    pub key: AuthInfo,
}

impl Operation for Approve {
    type Answer = Vec<CertificateName>;
    const NAME: Name = Name::CertificateApprove;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ControlShown,
        Outcome::CertificateUnknown,
        Outcome::CertificateNotReady,
        Outcome::AuthinfoWrong,
        Outcome::AuthinfoLocked,
    ];
}

impl Command for Approve {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Vec<CertificateName>>, Failure> {
        let unknown = || Refusal::new(Outcome::CertificateUnknown).at(Field::CertificateId).value(self.order);
        let mut order = cx.store.certificate_order(self.order)?.ok_or_else(unknown)?;
        ownership::require(&order, &[CertificateState::AwaitingApproval])?;
        let digest = cx.digest(&self.key, order.id.into());
        self.prove(cx, &order, digest)?;
        let mut shown = Vec::new();
        for control in order.controls.iter_mut().filter(|control| key_of(control) == Some(digest)) {
            control.shown_at = Some(cx.now);
            shown.push(control.name.clone());
        }
        course::proceed(cx, &mut order)?;
        cx.store.update_certificate_order(&order)?;
        cx.record(Self::NAME, order.id.into(), &order.title())?;
        Ok(Done::new(Outcome::ControlShown, shown))
    }
}

impl Approve {
    /// Wrong keys are counted per order, so that nobody tries them all.
    fn prove(
        &self,
        cx: &Writing<'_>,
        order: &CertificateOrder,
        digest: AuthInfoDigest,
    ) -> Result<(), Failure> {
        let fitting = order.controls.iter().filter_map(key_of).find(|key| *key == digest);
        let proved = cx.prove(&self.key, fitting.as_ref(), order.id.into(), &order.title());
        proved.map_err(|failure| match failure {
            Failure::Refused(refusals) => refusals.first().clone().at(Field::ApprovalKey).into(),
            fault => fault,
        })
    }
}

fn key_of(control: &Control) -> Option<AuthInfoDigest> {
    match control.proof {
        ControlProof::Email { key, .. } => Some(key),
        ControlProof::Dns { .. } | ControlProof::File { .. } => None,
    }
}
