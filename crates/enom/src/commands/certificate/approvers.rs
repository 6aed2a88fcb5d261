//! `CertGetApproverEmail`: who can approve a certificate for a name, or for that of a certificate.

use engine::model::CertificateName;
use engine::ops::certificate::{Approver, ApproverKind, CertificateRef, Info, ListApprovers};
use engine::{Failure, Field, Outcome, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.read("Domain", Field::CertificateName, CertificateName::parse);
    let at = params.read("CertID", Field::CertificateId, CertificateRef::parse);
    if params.text("Domain").is_none() && params.text("CertID").is_none() {
        params.add(missing("CertID", Field::CertificateId));
    }
    params.finish(Some(()))?;
    let name = match (name, at) {
        (Some(name), _) => name,
        (None, Some(at)) => common_name(call, Info { at }).await?,
        (None, None) => return Err(missing("CertID", Field::CertificateId).into()),
    };
    let done = call.query(ListApprovers { name }).await?;
    Ok(Reply::of(done, |approvers| {
        let listed = Fields::new().one("Success", "True").and(told(&approvers));
        Fields::new().group("CertGetApproverEMail", listed)
    }))
}

async fn common_name(call: &Call<'_>, info: Info) -> Result<CertificateName, Failure> {
    let order = call.query(info).await?.answer.order;
    let unconfigured =
        || Refusal::new(Outcome::CertificateNotConfigured).at(Field::CertificateId).value(order.certificate);
    Ok(order.common_name().cloned().ok_or_else(unconfigured)?)
}

/// Each of them; the last stands for those who are asked by hand, of whom there is none.
pub(super) fn told(approvers: &[Approver]) -> Fields {
    let numbered = approvers.iter().zip(1_u32..);
    let listed = numbered.fold(Fields::new(), |fields, (approver, place)| {
        let email = approver.email.to_string();
        fields
            .xml_group("Approver", Fields::new().xml("ApproverEmail", email.clone()))
            .marked(vec![("Type", word(approver.kind).to_owned())])
            .text(format!("ApproverEmail{place}"), email)
    });
    listed.xml("Approver", "").marked(vec![("Type", "Manual".to_owned())])
}

const fn word(kind: ApproverKind) -> &'static str {
    match kind {
        ApproverKind::Registrant => "Domain",
        ApproverKind::Generic => "Generic",
    }
}
