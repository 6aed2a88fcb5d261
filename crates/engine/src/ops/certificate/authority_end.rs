use outcomes::{Operation as Name, Outcome};

use super::{authority, course};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{CertificateNews, CertificateOrder, CertificateOrderKind, CertificateState, IssuedCertificate},
    ports::{AuthorityAnswer, AuthorityAsk, AuthorityFailed},
};

/// Records what the authority answered to something it was asked for an order. An answer to what is not asked any more is
/// left alone: the order asks for something else, and what the authority says to that counts. So is silence: it is asked
/// again when its reminder comes.
///
/// Answers what failed, if something did.
///
/// Changes: the order, and the one that it replaces; the ledger, if it came to nothing. Notifies: the account. Checks
/// nothing.
#[derive(Clone, Debug)]
pub struct AuthorityEnd {
    /// What was asked.
    pub ask: AuthorityAsk,
    /// What came.
    pub end: Result<AuthorityAnswer, AuthorityFailed>,
}

impl Operation for AuthorityEnd {
    type Answer = Option<AuthorityFailed>;
    const NAME: Name = Name::CertificateAnswer;
    const OUTCOMES: &'static [Outcome] = &[Outcome::CertificateAnswerRecorded];

    fn object(&self) -> &str {
        &self.ask.name
    }
}

impl Command for AuthorityEnd {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Option<AuthorityFailed>>, Failure> {
        let failed = match &self.end {
            Ok(answer) => {
                if let Some(order) = self.awaiting(cx)? {
                    record(cx, order, answer)?;
                }
                None
            }
            Err(failed) => Some(failed.clone()),
        };
        Ok(Done::new(Outcome::CertificateAnswerRecorded, failed))
    }
}

impl AuthorityEnd {
    /// The order, if it still asks for the same.
    fn awaiting(&self, cx: &Writing<'_>) -> Result<Option<CertificateOrder>, Failure> {
        let Some(order) = cx.store.certificate_order(self.ask.order)? else { return Ok(None) };
        let is_same = order.reference.as_deref() == Some(self.ask.reference.as_str());
        let task = authority::task(cx, &order)?;
        Ok(task.filter(|task| is_same && task.is_like(&self.ask.task)).map(|_| order))
    }
}

fn record(cx: &Writing<'_>, mut order: CertificateOrder, answer: &AuthorityAnswer) -> Result<(), Failure> {
    use CertificateState::{Processing, Revoking, Withdrawing};
    let news = match (order.state, answer) {
        (Processing | Withdrawing, AuthorityAnswer::Issued(certificate)) => {
            issue(cx, &mut order, certificate)?
        }
        (Processing, AuthorityAnswer::Refused(reason)) => {
            order.enter(CertificateState::Rejected, cx.now);
            order.reason = Some(reason.clone());
            CertificateNews::Rejected { reason: reason.clone(), repaid: course::repay(cx, &order)? }
        }
        (Withdrawing, AuthorityAnswer::Withdrawn) => {
            order.enter(CertificateState::Cancelled, cx.now);
            CertificateNews::Cancelled { reason: order.reason.clone(), repaid: course::repay(cx, &order)? }
        }
        (Revoking, AuthorityAnswer::Revoked) => revoked(cx, &mut order)?,
        (Revoking, AuthorityAnswer::Refused(reason)) => keep(cx, &mut order, reason)?,
        // It waits, or says what makes no sense here: it is asked again.
        _ => return Ok(()),
    };
    cx.store.update_certificate_order(&order)?;
    cx.record(AuthorityEnd::NAME, order.id.into(), &order.title())?;
    Ok(course::tell(cx, &order, news)?)
}

fn issue(
    cx: &Writing<'_>,
    order: &mut CertificateOrder,
    certificate: &IssuedCertificate,
) -> Result<CertificateNews, Failure> {
    order.enter(CertificateState::Issued, cx.now);
    (order.issued, order.expires_at, order.reason) =
        (Some(certificate.clone()), Some(certificate.not_after), None);
    if order.kind == CertificateOrderKind::Reissue {
        replace(cx, order)?;
    }
    course::remind_of_end(cx, order, cx.now)?;
    Ok(CertificateNews::Issued { expires_at: certificate.not_after })
}

/// The certificate that was issued before is replaced by one with another key.
fn replace(cx: &Writing<'_>, order: &CertificateOrder) -> Result<(), Failure> {
    let orders = cx.store.certificate_orders(order.certificate)?;
    let is_good =
        |other: &CertificateOrder| other.number < order.number && other.state == CertificateState::Issued;
    if let Some(mut before) = orders.into_iter().rfind(is_good) {
        before.enter(CertificateState::Replaced, cx.now);
        before.look_at = None;
        cx.store.update_certificate_order(&before)?;
    }
    Ok(())
}

fn revoked(cx: &Writing<'_>, order: &mut CertificateOrder) -> Result<CertificateNews, Failure> {
    order.enter(CertificateState::Revoked, cx.now);
    if !order.repays {
        return Ok(CertificateNews::Revoked);
    }
    Ok(CertificateNews::Cancelled { reason: None, repaid: course::repay(cx, order)? })
}

/// A certificate that is not revoked is what it was before: replaced, if it was issued again meanwhile, or good.
fn keep(cx: &Writing<'_>, order: &mut CertificateOrder, reason: &str) -> Result<CertificateNews, Failure> {
    let orders = cx.store.certificate_orders(order.certificate)?;
    let replaces = |other: &CertificateOrder| {
        let is_reissued = other.kind == CertificateOrderKind::Reissue && other.issued.is_some();
        other.number > order.number && is_reissued
    };
    order.repays = false;
    if orders.iter().any(replaces) {
        order.enter(CertificateState::Replaced, cx.now);
    } else {
        order.enter(CertificateState::Issued, cx.now);
        course::remind_of_end(cx, order, cx.now)?;
    }
    Ok(CertificateNews::RevocationRefused { reason: reason.to_owned() })
}
