//! Keys for which certificates are asked.

use outcomes::{Field, Outcome};
use x509_parser::oid_registry::{
    OID_EC_P256, OID_KEY_TYPE_EC_PUBLIC_KEY, OID_NIST_EC_P384, OID_PKCS1_RSAENCRYPTION, OID_SIG_ED25519,
};
use x509_parser::x509::SubjectPublicKeyInfo;

use crate::Refusal;

/// A kind of key that is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CsrKey {
    /// RSA, with so many bits.
    Rsa(u32),
    /// On the curve P-256.
    P256,
    /// On the curve P-384.
    P384,
    /// Ed25519 (RFC 8410).
    Ed25519,
}

impl CsrKey {
    /// The fewest bits of an RSA key: what public authorities ask for (CA/Browser Forum, section 6.1.5).
    pub const LEAST_RSA_BITS: u32 = 2_048;
    /// The most, so that checking a signature takes a bounded time.
    pub const MOST_RSA_BITS: u32 = 8_192;

    /// Its kind, in the word of its family.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rsa(_) => "RSA",
            Self::P256 | Self::P384 => "EC",
            Self::Ed25519 => "Ed25519",
        }
    }

    /// Its size in bits.
    pub const fn bits(self) -> u32 {
        match self {
            Self::Rsa(bits) => bits,
            Self::P256 | Self::Ed25519 => 256,
            Self::P384 => 384,
        }
    }

    /// Reads the key of a request.
    ///
    /// # Errors
    /// `csr_algorithm_refused`, `csr_key_weak`.
    pub(super) fn of(info: &SubjectPublicKeyInfo<'_>) -> Result<Self, Refusal> {
        let kind = &info.algorithm.algorithm;
        let refused = || Refusal::new(Outcome::CsrAlgorithmRefused).at(Field::Csr).value(kind);
        let bytes: &[u8] = &info.subject_public_key.data;
        if *kind == OID_PKCS1_RSAENCRYPTION {
            return Self::of_bits(rsa_bits(info).ok_or_else(refused)?);
        }
        if *kind == OID_SIG_ED25519 && bytes.len() == 32 {
            return Ok(Self::Ed25519);
        }
        if *kind != OID_KEY_TYPE_EC_PUBLIC_KEY {
            return Err(refused());
        }
        let curve = info.algorithm.parameters.as_ref().and_then(|parameters| parameters.as_oid().ok());
        match curve {
            Some(curve) if curve == OID_EC_P256 => Ok(Self::P256),
            Some(curve) if curve == OID_NIST_EC_P384 => Ok(Self::P384),
            Some(other) => Err(Refusal::new(Outcome::CsrAlgorithmRefused).at(Field::Csr).value(other)),
            None => Err(refused()),
        }
    }

    fn of_bits(bits: u32) -> Result<Self, Refusal> {
        if bits > Self::MOST_RSA_BITS {
            let value = format_args!("RSA with {bits} bits");
            return Err(Refusal::new(Outcome::CsrAlgorithmRefused).at(Field::Csr).value(value));
        }
        Self::Rsa(bits).require(Self::LEAST_RSA_BITS)
    }

    /// The key, if it is strong enough; only RSA keys can be too weak.
    ///
    /// # Errors
    /// `csr_key_weak`.
    pub fn require(self, least_rsa_bits: u32) -> Result<Self, Refusal> {
        match self {
            Self::Rsa(bits) if bits < least_rsa_bits => {
                let weak = Refusal::new(Outcome::CsrKeyWeak).at(Field::Csr).value(bits);
                Err(weak.fact("least", least_rsa_bits))
            }
            key => Ok(key),
        }
    }
}

/// The length of the modulus.
fn rsa_bits(info: &SubjectPublicKeyInfo<'_>) -> Option<u32> {
    use x509_parser::public_key::PublicKey;
    let Ok(PublicKey::RSA(key)) = info.parsed() else { return None };
    let significant = key.modulus.iter().skip_while(|byte| **byte == 0);
    let first = significant.clone().next()?;
    let bytes = u32::try_from(significant.count()).ok()?;
    Some((bytes * 8).saturating_sub(first.leading_zeros()))
}
