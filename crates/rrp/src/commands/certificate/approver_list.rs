//! `QuerySSLCertDCVEMailAddressList`: who can approve a certificate for a name, or is asked to approve an order.

use engine::model::{CertificateClass, CertificateName, CertificateOrder, ControlProof};
use engine::ops::certificate::{Approver, ApproverKind, CertificateRef, Info, ListApprovers, ParseCsr};
use engine::{Failure, Field, Outcome, Refusal};

use super::{named, request};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let at = named::read(&mut params);
    let name = params.read("DOMAIN", Field::CertificateName, CertificateName::parse);
    let csr = request::csr(&mut params);
    params.read("SSLCERTCLASS", Field::CertificateClass, CertificateClass::parse);
    if at.is_none() && name.is_none() && csr.is_none() {
        params.add(missing("DOMAIN", Field::CertificateName));
    }
    params.finish(Some(()))?;
    let name = match (at, name, csr) {
        (Some(at), ..) => return asked(call, at).await,
        (None, Some(name), _) => name,
        (None, None, csr) => common_name(call, csr.unwrap_or_default()).await?,
    };
    Ok(Reply::of(call.query(ListApprovers { name }).await?, |approvers| told(&approvers)))
}

/// Who is asked already.
async fn asked(call: &Call<'_>, at: CertificateRef) -> Ended {
    let done = call.query(Info { at }).await?;
    Ok(Reply::of(done, |view| {
        let emails = approvers(&view.order);
        let levels = emails.iter().map(|_| GENERIC.to_owned()).collect();
        Columns::new().many("email", emails).many("level", levels)
    }))
}

fn approvers(order: &CertificateOrder) -> Vec<String> {
    let mailed = order.controls.iter().filter_map(|control| match &control.proof {
        ControlProof::Email { approver, .. } => Some(approver.to_string()),
        ControlProof::Dns { .. } | ControlProof::File { .. } => None,
    });
    mailed.collect()
}

/// The name that a request is for.
async fn common_name(call: &Call<'_>, csr: String) -> Result<CertificateName, Failure> {
    let csr = call.query(ParseCsr { csr, at: None, class: None }).await?.answer;
    let nameless = || Refusal::new(Outcome::CsrCommonNameMissing).at(Field::Csr);
    let name = csr.subject.common_name.as_ref().or_else(|| csr.names.first()).ok_or_else(nameless)?;
    Ok(CertificateName::parse(name)?)
}

fn told(approvers: &[Approver]) -> Columns {
    Columns::new().each("email", approvers, |approver| approver.email.to_string()).each(
        "level",
        approvers,
        |approver| level(approver.kind).to_owned(),
    )
}

const fn level(kind: ApproverKind) -> &'static str {
    match kind {
        ApproverKind::Registrant => "WHOIS",
        ApproverKind::Generic => GENERIC,
    }
}

/// An address that stands for the domain by custom.
const GENERIC: &str = "GENERIC";
