//! How control of names is shown.

use engine::model::{CertificateName, CertificateOrder, Control, ControlMethod, ControlProof, Email};
use engine::ops::certificate::ControlChoice;
use engine::{Field, Refusal};

use crate::fields::Fields;
use crate::params::{Params, choice_unknown};

/// Reads the method, which is e-mail unless another is named, and who approves; for single names by their numbers.
pub(super) fn read(params: &mut Params) -> Vec<ControlChoice> {
    let method = params.read("DVAuthMethod", Field::ControlMethod, method).unwrap_or(ControlMethod::Email);
    let approver = params.read("ApproverEmail", Field::Approver, Email::parse);
    let mut choices = vec![ControlChoice { name: None, method, approver }];
    for number in 1..=MOST_NAMES {
        let approver = params.read(&format!("UCCEmailList{number}"), Field::Approver, Email::parse);
        let name =
            params.read(&format!("UCCDomainList{number}"), Field::CertificateName, CertificateName::parse);
        let (Some(approver), Some(name)) = (approver, name) else { continue };
        let (name, approver) = (Some(name), Some(approver));
        choices.push(ControlChoice { name, method: ControlMethod::Email, approver });
    }
    choices
}

/// What shows control of the first name: where something has to be published, and what.
pub(super) fn told(order: &CertificateOrder) -> Fields {
    let Some(control) = order.controls.first() else { return about("", [""; 5].map(str::to_owned)) };
    let (place, token) = (control.place().unwrap_or_default(), token(control));
    let nothing = String::new;
    match &control.proof {
        ControlProof::Email { approver, .. } => {
            about("Email", [approver.to_string(), nothing(), nothing(), nothing(), nothing()])
        }
        ControlProof::File { .. } => about("File", [nothing(), place, token, nothing(), nothing()]),
        ControlProof::Dns { .. } => about("DNS", [nothing(), nothing(), nothing(), place, token]),
    }
}

fn about(method: &str, [approver, file, contents, entry, address]: [String; 5]) -> Fields {
    Fields::new()
        .one("ApproverEmail", approver)
        .one("DVAuthMethod", method)
        .one("FileAuthName", file)
        .one("FileAuthContents", contents)
        .one("DNSAuthEntry", entry)
        .one("DNSAuthAddress", address)
}

fn token(control: &Control) -> String {
    control.proof.token().unwrap_or_default().to_owned()
}

fn method(text: &str) -> Result<ControlMethod, Refusal> {
    ControlMethod::parse(text).ok_or_else(|| choice_unknown("DVAuthMethod", text, "Email, File, DNS"))
}

const MOST_NAMES: usize = 100;
