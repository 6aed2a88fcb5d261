//! Delegation signer data of a domain (RFC 5910).

use base64::{Engine as _, engine::general_purpose::STANDARD};
use outcomes::{Field, Outcome};

use crate::Refusal;

/// A DNSKEY record's data (RFC 4034 section 2).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Key {
    /// 256 (zone key) or 257 (zone key and secure entry point).
    pub flags: u16,
    /// The algorithm's number at IANA.
    pub algorithm: u8,
    /// The public key in base 64, without white space.
    pub public_key: String,
}

impl Key {
    /// Reads the four parts of a key.
    ///
    /// # Errors
    /// `dnssec_flags_unusable`, `dnssec_protocol_unusable` (always 3), `dnssec_algorithm_unassigned`,
    /// `dnssec_public_key_malformed`, each with its field and value.
    pub fn parse(flags: u16, protocol: u8, algorithm: u8, public_key: &str) -> Result<Self, Refusal> {
        if !matches!(flags, 256 | 257) {
            return Err(refused(Outcome::DnssecFlagsUnusable, Field::DnssecFlags, flags));
        }
        if protocol != 3 {
            return Err(refused(Outcome::DnssecProtocolUnusable, Field::DnssecProtocol, protocol));
        }
        check_algorithm(algorithm)?;
        let public_key: String = public_key.split_ascii_whitespace().collect();
        let sound = !public_key.is_empty() && STANDARD.decode(&public_key).is_ok();
        if !sound {
            return Err(refused(Outcome::DnssecPublicKeyMalformed, Field::DnssecPublicKey, public_key));
        }
        Ok(Self { flags, algorithm, public_key })
    }
}

/// A DS record's data (RFC 4034 section 5), with the key it was made from if the client told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Ds {
    /// The key tag.
    pub key_tag: u16,
    /// The algorithm's number at IANA.
    pub algorithm: u8,
    /// The digest type's number at IANA.
    pub digest_type: u8,
    /// The digest in upper-case hexadecimal.
    pub digest: String,
    /// The key behind it.
    pub key: Option<Key>,
}

impl Ds {
    /// Reads the four parts of a record.
    ///
    /// # Errors
    /// `dnssec_algorithm_unassigned`, `dnssec_digest_type_unassigned`, `dnssec_digest_malformed` (no hexadecimal,
    /// or not as long as its type says).
    pub fn parse(
        key_tag: u16,
        algorithm: u8,
        digest_type: u8,
        digest: &str,
        key: Option<Key>,
    ) -> Result<Self, Refusal> {
        check_algorithm(algorithm)?;
        let Some(&(_, length)) = DIGESTS.iter().find(|(number, _)| *number == digest_type) else {
            return Err(refused(Outcome::DnssecDigestTypeUnassigned, Field::DnssecDigestType, digest_type));
        };
        let sound = hex::decode(digest).is_ok_and(|bytes| bytes.len() == length);
        if !sound {
            let refusal = refused(Outcome::DnssecDigestMalformed, Field::DnssecDigest, digest);
            return Err(refusal.fact("digits", length * 2).fact("type", digest_type));
        }
        Ok(Self { key_tag, algorithm, digest_type, digest: digest.to_ascii_uppercase(), key })
    }

    /// Whether both describe the same record; the key beside it does not count.
    pub fn same_record(&self, other: &Self) -> bool {
        (self.key_tag, self.algorithm, self.digest_type, &self.digest)
            == (other.key_tag, other.algorithm, other.digest_type, &other.digest)
    }
}

/// What a domain's parent knows of its keys: one interface or the other, never both (RFC 5910 section 4).
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DnssecData {
    /// How long signatures should live, in seconds, if the client said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_signature_life: Option<u32>,
    /// The DS data interface.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ds: Vec<Ds>,
    /// The key data interface.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<Key>,
}

impl DnssecData {
    /// Whether the delegation is signed.
    pub fn is_signed(&self) -> bool {
        !self.ds.is_empty() || !self.keys.is_empty()
    }

    /// How many records there are.
    pub fn count(&self) -> usize {
        self.ds.len() + self.keys.len()
    }
}

fn check_algorithm(algorithm: u8) -> Result<(), Refusal> {
    if ALGORITHMS.contains(&algorithm) {
        return Ok(());
    }
    Err(refused(Outcome::DnssecAlgorithmUnassigned, Field::DnssecAlgorithm, algorithm))
}

fn refused(outcome: Outcome, field: Field, value: impl std::fmt::Display) -> Refusal {
    Refusal::new(outcome).at(field).value(value)
}

/// Signing algorithms assigned at IANA that can sign a zone.
const ALGORITHMS: [u8; 14] = [3, 5, 6, 7, 8, 10, 12, 13, 14, 15, 16, 17, 23, 253];

/// Digest types assigned at IANA with the length of their digests in bytes.
const DIGESTS: [(u8, usize); 6] = [(1, 20), (2, 32), (3, 32), (4, 48), (5, 32), (6, 32)];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_has_to_fit_its_type() {
        assert!(Ds::parse(12345, 13, 2, &"ab".repeat(32), None).is_ok());
        for (algorithm, kind, digest, outcome) in [
            (13, 2, "ab".repeat(20), Outcome::DnssecDigestMalformed),
            (13, 2, "zz".repeat(32), Outcome::DnssecDigestMalformed),
            (13, 0, "ab".repeat(32), Outcome::DnssecDigestTypeUnassigned),
            (0, 2, "ab".repeat(32), Outcome::DnssecAlgorithmUnassigned),
        ] {
            assert_eq!(Ds::parse(1, algorithm, kind, &digest, None).unwrap_err().outcome, outcome);
        }
    }

    #[test]
    fn keys_have_usable_flags_and_base_64() {
        assert!(Key::parse(257, 3, 8, "AQ PJ////4Q==").is_ok());
        assert_eq!(Key::parse(255, 3, 8, "AQPJ").unwrap_err().outcome, Outcome::DnssecFlagsUnusable);
        assert_eq!(Key::parse(257, 2, 8, "AQPJ").unwrap_err().outcome, Outcome::DnssecProtocolUnusable);
        assert_eq!(
            Key::parse(257, 3, 8, "not base 64").unwrap_err().outcome,
            Outcome::DnssecPublicKeyMalformed
        );
    }
}
