//! Which certificate, and which of its orders.

use engine::model::CertificateId;
use engine::ops::certificate::CertificateRef;
use engine::{Field, Outcome, Refusal};

use crate::face::Face;
use crate::params::Params;

/// The order that a command is about: the latest of its certificate, unless `sub` names another.
pub(super) fn needed(params: &mut Params, face: Face) -> Option<CertificateRef> {
    let text = text(params).or_else(|| params.required(name(face), Field::CertificateId));
    let sub = params.text("SUB");
    let certificate = text?;
    params.take(Field::CertificateId, parse(&certificate, sub.as_deref()))
}

/// The same where it may be left out.
pub(super) fn read(params: &mut Params) -> Option<CertificateRef> {
    let certificate = text(params)?;
    params.take(Field::CertificateId, parse(&certificate, None))
}

fn text(params: &mut Params) -> Option<String> {
    let names = ["CERTIFICATE", "SSLCERTID"].map(|name| params.text(name));
    names.into_iter().flatten().next()
}

const fn name(face: Face) -> &'static str {
    match face {
        Face::Cnr | Face::Rrp => "CERTIFICATE",
        Face::Hexonet => "SSLCERTID",
    }
}

/// A number that no certificate can have is one that none has.
fn parse(certificate: &str, sub: Option<&str>) -> Result<CertificateRef, Refusal> {
    let unknown = || {
        Refusal::new(Outcome::CertificateUnknown).at(Field::CertificateId).value(sub.unwrap_or(certificate))
    };
    let id = certificate.trim().parse().map(CertificateId).map_err(|_| unknown())?;
    let Some(sub) = sub else { return Ok(CertificateRef::latest(id)) };
    let number = sub.trim().strip_prefix(certificate.trim()).and_then(|rest| rest.strip_prefix('-'));
    let number = number.and_then(|digits| digits.parse().ok()).ok_or_else(unknown)?;
    Ok(CertificateRef { certificate: id, number: Some(number) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sub_belongs_to_its_certificate() {
        let read = |certificate, sub| parse(certificate, sub).map(|at| at.to_string());
        assert_eq!(read("7", None).unwrap(), "7");
        assert_eq!(read("7", Some("7-002")).unwrap(), "7-002");
        for (certificate, sub) in
            [("CZ1", None), ("", None), ("7", Some("8-002")), ("7", Some("7-x")), ("7", Some("7"))]
        {
            assert_eq!(
                read(certificate, sub).unwrap_err().outcome,
                Outcome::CertificateUnknown,
                "{certificate}"
            );
        }
    }
}
