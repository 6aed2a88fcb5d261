//! How control of the names of an order is to be shown.

use outcomes::{Field, Outcome};

use super::{approvers, letters};
use crate::{
    Failure, Findings, Refusal, Writing,
    model::{CertificateName, CertificateOrder, Control, ControlMethod, ControlProof, Email},
    policy::Product,
    ports::random_text,
};

/// How an account wants to show control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlChoice {
    /// Of which name; of every name that has no choice of its own if none is named.
    pub name: Option<CertificateName>,
    /// By which method.
    pub method: ControlMethod,
    /// Who agrees, if that is e-mail.
    pub approver: Option<Email>,
}

impl ControlChoice {
    /// The choice by which a control came about.
    pub(super) fn of(control: &Control) -> Self {
        let approver = match &control.proof {
            ControlProof::Email { approver, .. } => Some(approver.clone()),
            ControlProof::Dns { .. } | ControlProof::File { .. } => None,
        };
        Self { name: Some(control.name.clone()), method: control.proof.method(), approver }
    }
}

/// What is to be shown for an order by these choices: once for each domain, as control of a domain is control of all
/// names directly below it. What was shown for the order before is not to be shown again. Writes the letters and makes up
/// what has to be published.
///
/// # Errors
/// `control_missing`, `control_method_refused`, `approver_refused` for each name; `mail_unavailable`.
pub(super) fn prepare(
    cx: &Writing<'_>,
    order: &CertificateOrder,
    product: &Product,
    choices: &[ControlChoice],
) -> Result<Vec<Control>, Failure> {
    let names = order.request.as_ref().map(|request| &request.names[..]).unwrap_or_default();
    let is_for = |name: &CertificateName, other: &CertificateName| name.domain() == other.domain();
    let mut controls = order.controls.clone();
    controls.retain(|shown| shown.shown_at.is_some() && names.iter().any(|name| is_for(name, &shown.name)));
    let mut findings = Findings::new();
    let mut chosen: Vec<(CertificateName, &ControlChoice)> = Vec::new();
    for name in names {
        let is_known = controls.iter().any(|shown| is_for(name, &shown.name));
        if is_known || chosen.iter().any(|(other, _)| is_for(name, other)) {
            continue;
        }
        let choice = findings.take(Field::ControlMethod, choice_for(order, product, name, choices));
        chosen.extend(choice.map(|choice| (name.clone(), choice)));
    }
    check_approvers(cx, &chosen, &mut findings)?;
    let chosen = findings.finish(chosen)?;
    let keys = letters::send(cx, order, &chosen)?;
    let control = |(name, choice): (CertificateName, &ControlChoice)| {
        let mailed =
            choice.approver.as_ref().and_then(|email| keys.iter().find(|key| key.approver == *email));
        let proof = match (choice.method, mailed) {
            (ControlMethod::Email, Some(key)) => key.proof(cx.now),
            (ControlMethod::File, _) => ControlProof::File { token: token(cx) },
            (ControlMethod::Email | ControlMethod::Dns, _) => ControlProof::Dns { token: token(cx) },
        };
        Control { name, proof, shown_at: None }
    };
    controls.extend(chosen.into_iter().map(control));
    Ok(controls)
}

fn choice_for<'a>(
    order: &CertificateOrder,
    product: &Product,
    name: &CertificateName,
    choices: &'a [ControlChoice],
) -> Result<&'a ControlChoice, Refusal> {
    let own = choices.iter().find(|choice| choice.name.as_ref() == Some(name));
    let missing = || Refusal::new(Outcome::ControlMissing).value(name);
    let choice = own.or_else(|| choices.iter().find(|choice| choice.name.is_none())).ok_or_else(missing)?;
    if !product.methods.contains(&choice.method) {
        let refused = Refusal::new(Outcome::ControlMethodRefused).value(choice.method.name());
        return Err(refused.fact("class", &order.class));
    }
    if choice.method == ControlMethod::Email && choice.approver.is_none() {
        return Err(missing().at(Field::Approver));
    }
    Ok(choice)
}

fn check_approvers(
    cx: &Writing<'_>,
    chosen: &[(CertificateName, &ControlChoice)],
    findings: &mut Findings,
) -> Result<(), Failure> {
    for (name, choice) in chosen {
        let Some(email) = choice.approver.as_ref().filter(|_| choice.method == ControlMethod::Email) else {
            continue;
        };
        if !approvers::can_approve(cx, name, email)? {
            let refused = Refusal::new(Outcome::ApproverRefused).at(Field::Approver).value(email);
            findings.add(refused.fact("name", name));
        }
    }
    Ok(())
}

/// Something to publish that nobody can guess.
fn token(cx: &Writing<'_>) -> String {
    random_text(cx.entropy, TOKEN_DIGITS, TOKEN_LENGTH)
}

const TOKEN_DIGITS: &[u8] = b"0123456789abcdefghijklmnopqrstuv";
/// 160 bits; the Baseline Requirements want 112 (section 1.6.1, "random value").
const TOKEN_LENGTH: usize = 32;
