//! Which certificate, and which of its orders.

use engine::ops::certificate::CertificateRef;
use engine::{Field, Outcome, Refusal};

use crate::face::Face;
use crate::params::Params;

/// The order that a command is about: the latest of its certificate, unless `sub` names another.
pub(super) fn needed(params: &mut Params, face: Face) -> Option<CertificateRef> {
    let certificate = text(params).or_else(|| params.required(name(face), Field::CertificateId));
    with_sub(params, certificate)
}

/// The same where any object might be named.
pub(super) fn object(params: &mut Params) -> Option<CertificateRef> {
    let certificate = params.required("OBJECT", Field::CertificateId);
    with_sub(params, certificate)
}

fn with_sub(params: &mut Params, certificate: Option<String>) -> Option<CertificateRef> {
    let sub = params.text("SUB");
    params.take(Field::CertificateId, parse(&certificate?, sub.as_deref()))
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

/// A sub belongs to the certificate that is named beside it.
fn parse(certificate: &str, sub: Option<&str>) -> Result<CertificateRef, Refusal> {
    let certificate = CertificateRef::parse(certificate)?;
    let Some(sub) = sub else { return Ok(certificate) };
    let named = CertificateRef::parse(sub)?;
    let belongs = named.certificate == certificate.certificate && named.number.is_some();
    let unknown = || Refusal::new(Outcome::CertificateUnknown).at(Field::CertificateId).value(sub);
    belongs.then_some(named).ok_or_else(unknown)
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
