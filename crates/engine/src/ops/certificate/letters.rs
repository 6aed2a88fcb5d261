//! The letters by which control of names is shown.

use outcomes::{Field, Outcome};

use super::ControlChoice;
use crate::{
    Failure, Refusal, Writing,
    model::{
        AuthInfo, AuthInfoDigest, CertificateName, CertificateOrder, Control, ControlMethod, ControlProof,
        Email, Instant,
    },
    ops::letter,
};

/// The key that somebody was mailed.
pub(super) struct MailedKey {
    pub(super) approver: Email,
    key: AuthInfoDigest,
}

impl MailedKey {
    /// What is kept of it.
    pub(super) fn proof(&self, mailed_at: Instant) -> ControlProof {
        ControlProof::Email { approver: self.approver.clone(), key: self.key, mailed_at }
    }
}

/// Sends each address that was chosen one letter, for all the names it is to approve.
///
/// # Errors
/// `mail_unavailable`.
pub(super) fn send(
    cx: &Writing<'_>,
    order: &CertificateOrder,
    chosen: &[(CertificateName, &ControlChoice)],
) -> Result<Vec<MailedKey>, Failure> {
    let mut wanted: Vec<(&Email, Vec<&CertificateName>)> = Vec::new();
    for (name, choice) in chosen {
        let Some(email) = choice.approver.as_ref().filter(|_| choice.method == ControlMethod::Email) else {
            continue;
        };
        match wanted.iter_mut().find(|(other, _)| *other == email) {
            Some((_, names)) => names.push(name),
            None => wanted.push((email, vec![name])),
        }
    }
    if !wanted.is_empty() {
        letter::require_mail(cx)?;
    }
    wanted.into_iter().map(|(email, names)| post(cx, order, email, &names)).collect()
}

/// Sends the letters of an order again, each with a new key, for what is not shown yet.
///
/// # Errors
/// `mail_unavailable`.
pub(super) fn send_again(cx: &Writing<'_>, order: &mut CertificateOrder) -> Result<(), Failure> {
    let open = |control: &&Control| control.shown_at.is_none();
    let choices: Vec<ControlChoice> = order.controls.iter().filter(open).map(ControlChoice::of).collect();
    let chosen: Vec<_> = choices.iter().filter_map(|choice| Some((choice.name.clone()?, choice))).collect();
    let keys = send(cx, order, &chosen)?;
    for control in order.controls.iter_mut().filter(|control| control.shown_at.is_none()) {
        let ControlProof::Email { approver, .. } = &control.proof else { continue };
        if let Some(key) = keys.iter().find(|key| key.approver == *approver) {
            control.proof = key.proof(cx.now);
        }
    }
    Ok(())
}

/// When the last letter of an order was written that is not answered yet.
pub(super) fn last(order: &CertificateOrder) -> Option<Instant> {
    let mailed_at = |control: &Control| match control.proof {
        ControlProof::Email { mailed_at, .. } if control.shown_at.is_none() => Some(mailed_at),
        _ => None,
    };
    order.controls.iter().filter_map(mailed_at).max()
}

/// Whether another letter may be sent already.
///
/// # Errors
/// `approval_resent_lately`.
pub(super) fn require_pause(cx: &Writing<'_>, order: &CertificateOrder) -> Result<(), Refusal> {
    if !last(order).is_some_and(|last| letter::is_too_soon(cx, last)) {
        return Ok(());
    }
    let minutes = cx.policies.house.letter_pause_minutes;
    let lately = Refusal::new(Outcome::ApprovalResentLately).at(Field::CertificateId);
    Err(lately.value(order.certificate).fact("minutes", minutes))
}

fn post(
    cx: &Writing<'_>,
    order: &CertificateOrder,
    to: &Email,
    names: &[&CertificateName],
) -> Result<MailedKey, Failure> {
    let (authinfo, secret) = AuthInfo::generate(cx.entropy);
    let listed: String = names.iter().map(|name| format!("    {name}\n")).collect();
    let text = format!(
        "A certificate for TLS was ordered by {} (order {}) that is to be good for:\n\n{listed}\nIf you agree, \
         present this key to approve it:\n\n    {}\n\nIf you do not, do nothing: without the key no certificate is \
         issued.\n",
        cx.actor.account.clid,
        order.id,
        // This letter is the one place where it is told.
        secret.expose(),
    );
    letter::post(cx, to, format!("Approval of a certificate for {}", order.title()), text)?;
    Ok(MailedKey { approver: to.clone(), key: cx.digest(&authinfo, order.id.into()) })
}
