//! `CertChangeApproverEmail` and `CertResendApproverEmail`: another letter, to somebody else or to the same.

use engine::Field;
use engine::model::{CertificateOrder, ControlMethod, ControlProof, Email};
use engine::ops::certificate::{ControlChoice, ResendApproval, Submit};

use super::named;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn change(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params);
    let approver = params.need("ApproverEmail", Field::Approver, Email::parse);
    let (at, approver) = params.finish(at.zip(approver))?;
    let choice = ControlChoice { name: None, method: ControlMethod::Email, approver: Some(approver) };
    let done = call.command(Submit { at, request: None, controls: vec![choice] }).await?;
    Ok(Reply::of(done, |order| Fields::new().group("CertChangeApproverEmail", told(&order))))
}

pub(in crate::commands) async fn resend(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::needed(&mut params);
    let at = params.finish(at)?;
    let done = call.command(ResendApproval { at }).await?;
    Ok(Reply::of(done, |order| Fields::new().group("CertResendApproverEmail", told(&order))))
}

/// The first who was written to.
fn told(order: &CertificateOrder) -> Fields {
    let approver = order.controls.iter().find_map(|control| match &control.proof {
        ControlProof::Email { approver, .. } => Some(approver.to_string()),
        ControlProof::Dns { .. } | ControlProof::File { .. } => None,
    });
    Fields::new().one("ApproverEmail", approver.unwrap_or_default()).one("Success", "true")
}
