//! Certificates of servers.

use std::time::Duration;

use engine::model::{CertificateName, CsrSubject, Instant, IssuedCertificate};
use engine::ports::IssueTask;
use rcgen::{
    CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, KeyUsagePurpose, SanType,
    SubjectPublicKeyInfo,
};
use x509_parser::certificate::X509Certificate;
use x509_parser::certification_request::X509CertificationRequest;
use x509_parser::pem::Pem;
use x509_parser::prelude::FromDer;

use super::chain::Chain;

/// Issues what is asked for.
///
/// # Errors
/// What of it makes no sense.
pub(super) fn certificate(chain: &Chain, task: &IssueTask) -> Result<IssuedCertificate, rcgen::Error> {
    let mut params = CertificateParams::default();
    params.distinguished_name = name(&task.subject);
    let named = |name: &CertificateName| Ok(SanType::DnsName(name.to_string().try_into()?));
    params.subject_alt_names = task.names.iter().map(named).collect::<Result<_, rcgen::Error>>()?;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    let epoch = rcgen::date_time_ymd(1970, 1, 1);
    (params.not_before, params.not_after) = (epoch + since(task.not_before), epoch + since(task.not_after));
    let certificate = params.signed_by(&key(&task.csr)?, chain.issuer())?;
    Ok(IssuedCertificate {
        serial: serial(certificate.der())?,
        pem: certificate.pem(),
        chain: chain.pem().to_owned(),
        not_before: task.not_before,
        not_after: task.not_after,
    })
}

/// The key of a request.
fn key(csr: &str) -> Result<SubjectPublicKeyInfo, rcgen::Error> {
    let unreadable = || rcgen::Error::CouldNotParseCertificationRequest;
    let (_, pem) = x509_parser::pem::parse_x509_pem(csr.as_bytes()).map_err(|_| unreadable())?;
    let Pem { contents, .. } = pem;
    let (_, request) = X509CertificationRequest::from_der(&contents).map_err(|_| unreadable())?;
    SubjectPublicKeyInfo::from_der(request.certification_request_info.subject_pki.raw)
}

fn serial(der: &[u8]) -> Result<String, rcgen::Error> {
    let (_, certificate) =
        X509Certificate::from_der(der).map_err(|_| rcgen::Error::CouldNotParseCertificate)?;
    Ok(hex::encode_upper(certificate.raw_serial()))
}

fn name(subject: &CsrSubject) -> DistinguishedName {
    let parts = [
        (DnType::CountryName, &subject.country),
        (DnType::StateOrProvinceName, &subject.state),
        (DnType::LocalityName, &subject.locality),
        (DnType::OrganizationName, &subject.organization),
        (DnType::OrganizationalUnitName, &subject.unit),
        (DnType::CommonName, &subject.common_name),
    ];
    let mut name = DistinguishedName::new();
    for (kind, text) in parts {
        if let Some(text) = text {
            name.push(kind, text.as_str());
        }
    }
    name
}

/// The whole seconds since 1970. What X.509 cannot write, as its years end with 9999, is brought to the edge.
fn since(at: Instant) -> Duration {
    Duration::from_secs(u64::try_from(at.seconds()).unwrap_or(0).min(LATEST))
}

/// The last second of the year 9999.
const LATEST: u64 = 253_402_300_799;
