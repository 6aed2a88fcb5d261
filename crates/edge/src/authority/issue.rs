//! The certificates themselves.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer,
    KeyPair, KeyUsagePurpose, PKCS_ECDSA_P256_SHA256, SanType,
};

use super::{AuthorityError, Issued};
use crate::pem::SecretPem;

/// A new authority, good for 20 years from `now` (Unix seconds).
pub(super) fn authority(now: i64) -> Result<Issued, AuthorityError> {
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?;
    let mut params = authority_params();
    valid(&mut params, now, AUTHORITY_DAYS);
    let certificate = params.self_signed(&key)?;
    Ok(issued(&certificate, &key))
}

/// The issuer that holds this authority's key. What it writes into certificates depends on the key and the fixed
/// name alone, so the stored certificate need not be read.
pub(super) fn issuer(key: &SecretPem) -> Result<Issuer<'static, KeyPair>, AuthorityError> {
    Ok(Issuer::new(authority_params(), KeyPair::from_pem(key.expose())?))
}

/// A certificate for this machine's names.
pub(super) fn server(issuer: &Issuer<'_, KeyPair>, now: i64) -> Result<Issued, AuthorityError> {
    let mut params = leaf("localhost", ExtendedKeyUsagePurpose::ServerAuth);
    params.subject_alt_names = vec![
        SanType::DnsName("localhost".try_into()?),
        SanType::IpAddress(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        SanType::IpAddress(IpAddr::V6(Ipv6Addr::LOCALHOST)),
    ];
    sign(params, issuer, now)
}

/// A certificate for a client.
pub(super) fn client(
    issuer: &Issuer<'_, KeyPair>,
    common_name: &str,
    now: i64,
) -> Result<Issued, AuthorityError> {
    sign(leaf(common_name, ExtendedKeyUsagePurpose::ClientAuth), issuer, now)
}

fn sign(
    mut params: CertificateParams,
    issuer: &Issuer<'_, KeyPair>,
    now: i64,
) -> Result<Issued, AuthorityError> {
    valid(&mut params, now, LEAF_DAYS);
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?;
    let certificate = params.signed_by(&key, issuer)?;
    Ok(issued(&certificate, &key))
}

fn issued(certificate: &rcgen::Certificate, key: &KeyPair) -> Issued {
    Issued { certificate_pem: certificate.pem(), key: SecretPem::new(key.serialize_pem()) }
}

fn authority_params() -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = named("Chancery sandbox authority");
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

fn leaf(common_name: &str, purpose: ExtendedKeyUsagePurpose) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = named(common_name);
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![purpose];
    params.use_authority_key_identifier_extension = true;
    params
}

fn named(common_name: &str) -> DistinguishedName {
    let mut name = DistinguishedName::new();
    name.push(DnType::CommonName, common_name);
    name
}

/// From a day before `now`, for clients whose clocks are behind.
fn valid(params: &mut CertificateParams, now: i64, days: u32) {
    let now = Duration::from_secs(u64::try_from(now).unwrap_or(0).min(LATEST));
    let epoch = rcgen::date_time_ymd(1970, 1, 1);
    params.not_before = epoch + now.saturating_sub(DAY);
    params.not_after = epoch + now + DAY * days;
}

const DAY: Duration = Duration::from_secs(86_400);
const AUTHORITY_DAYS: u32 = 20 * 365;
/// The longest life that current TLS clients accept is 398 days.
const LEAF_DAYS: u32 = 397;
/// The first second of the year 9900: a clock moved further makes no certificates, for X.509 ends with 9999.
const LATEST: u64 = 250_240_320_000;
