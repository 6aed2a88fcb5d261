//! The certificates behind those that are issued: a root, and the issuer that it certified.

use std::path::Path;
use std::time::Duration;

use edge::authority_files::{self as files, Names};
use edge::{Issued, SecretPem};
use rcgen::{
    BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    PKCS_ECDSA_P256_SHA256,
};

use super::LocalError;

/// An issuer (ECDSA P-256) and what stands behind it.
pub(super) struct Chain {
    issuer: Issuer<'static, KeyPair>,
    pem: String,
}

impl Chain {
    /// The chain stored in a folder, made if there is none.
    ///
    /// # Errors
    /// The files cannot be read or written, or make no sense.
    pub(super) fn open_or_create(folder: &Path, now: i64) -> Result<Self, LocalError> {
        files::make_folder(folder)?;
        let pair = match files::read_pair(folder, FILES)? {
            Some(pair) => pair,
            None => files::write_pair(folder, FILES, made(now)?)?,
        };
        Self::of(pair)
    }

    /// A new chain.
    ///
    /// # Errors
    /// A certificate could not be made.
    pub(super) fn new(now: i64) -> Result<Self, LocalError> {
        Self::of(made(now)?)
    }

    /// What signs.
    pub(super) fn issuer(&self) -> &Issuer<'static, KeyPair> {
        &self.issuer
    }

    /// The certificates, the issuer's first.
    pub(super) fn pem(&self) -> &str {
        &self.pem
    }

    fn of(pair: Issued) -> Result<Self, LocalError> {
        let key = KeyPair::from_pem(pair.key.expose())?;
        // What the issuer writes into certificates depends on its key and fixed name alone.
        Ok(Self {
            issuer: Issuer::new(authority(ISSUER, IsCa::Ca(BasicConstraints::Constrained(0))), key),
            pem: pair.certificate_pem,
        })
    }
}

/// The certificates of a new issuer and root, and the issuer's key. The root's key has done its work and is dropped.
fn made(now: i64) -> Result<Issued, LocalError> {
    let (root_key, key) =
        (KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?, KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?);
    let mut root = authority(ROOT, IsCa::Ca(BasicConstraints::Constrained(1)));
    valid(&mut root, now, ROOT_DAYS);
    let root_certificate = root.self_signed(&root_key)?;
    let mut issuer = authority(ISSUER, IsCa::Ca(BasicConstraints::Constrained(0)));
    issuer.use_authority_key_identifier_extension = true;
    valid(&mut issuer, now, ROOT_DAYS);
    let certificate = issuer.signed_by(&key, &Issuer::new(root, root_key))?;
    let certificate_pem = certificate.pem() + &root_certificate.pem();
    Ok(Issued { certificate_pem, key: SecretPem::new(key.serialize_pem()) })
}

fn authority(name: &str, is_ca: IsCa) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = rcgen::DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = is_ca;
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

/// From a day before `now`, for clients whose clocks are behind.
fn valid(params: &mut CertificateParams, now: i64, days: u32) {
    let now = Duration::from_secs(u64::try_from(now).unwrap_or(0).min(LATEST));
    let epoch = rcgen::date_time_ymd(1970, 1, 1);
    params.not_before = epoch + now.saturating_sub(DAY);
    params.not_after = epoch + now + DAY * days;
}

const FILES: Names = Names { certificate: "issuer.pem", key: "issuer-key.pem" };
const ROOT: &str = "Chancery sandbox certificate root";
const ISSUER: &str = "Chancery sandbox certificate issuer";
const DAY: Duration = Duration::from_secs(86_400);
/// So long that a sandbox's clock can be moved far without coming to the end.
const ROOT_DAYS: u32 = 50 * 365;
/// The first second of the year 9900: X.509 ends with 9999.
const LATEST: u64 = 250_240_320_000;
