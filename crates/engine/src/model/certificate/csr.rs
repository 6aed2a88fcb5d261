//! Requests for certificates (PKCS#10, RFC 2986).

use outcomes::{Field, Outcome};
use x509_parser::certification_request::X509CertificationRequest;
use x509_parser::extensions::{GeneralName, ParsedExtension};
use x509_parser::oid_registry::{Oid, OidRegistry};
use x509_parser::prelude::FromDer;
use x509_parser::x509::{AttributeTypeAndValue, X509Name};

use super::{CsrKey, csr_text};
use crate::Refusal;
use crate::ports::{CsrSignature, CsrSignatures};

/// A request whose signature was found to be right: whoever made it has the key. Made by [`Csr::parse`] alone.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct Csr {
    /// The request as PEM, in lines of 64 characters.
    pub pem: String,
    /// For whom it asks.
    pub subject: CsrSubject,
    /// The names in its extension "subject alternative name", as they stand there.
    pub names: Vec<String>,
    /// The key.
    pub key: CsrKey,
    /// By which algorithm it is signed, in the word of the registry of object identifiers.
    pub signature_algorithm: String,
    /// Whether it asks for extensions that no certificate of a server is given.
    pub has_bad_extensions: bool,
}

/// The parts of a distinguished name that certificates of servers know. Where one stands twice, the first counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[allow(missing_docs)] // the names say it
pub struct CsrSubject {
    pub common_name: Option<String>,
    pub organization: Option<String>,
    pub unit: Option<String>,
    pub locality: Option<String>,
    pub state: Option<String>,
    pub country: Option<String>,
    pub email: Option<String>,
}

impl Csr {
    /// The longest text that is looked at, in bytes: an RSA key of 8192 bits and 250 long names have room in it.
    pub const LONGEST: usize = 64 * 1024;

    /// Reads a request and checks its signature. Takes PEM with the label of a request, old or new, or its base 64 alone;
    /// where lines end does not matter.
    ///
    /// Checks, in this order: its length, whether it is a request at all, the kind and strength of its key, its signature.
    ///
    /// # Errors
    /// `text_missing`, `csr_too_large`, `csr_malformed`, `csr_algorithm_refused`, `csr_key_weak`, `csr_signature_wrong`.
    pub fn parse(text: &str, signatures: &dyn CsrSignatures) -> Result<Self, Refusal> {
        if text.len() > Self::LONGEST {
            return Err(refused(Outcome::CsrTooLarge).value(text.len()).fact("limit", Self::LONGEST));
        }
        if text.trim().is_empty() {
            return Err(refused(Outcome::TextMissing));
        }
        let malformed = || refused(Outcome::CsrMalformed);
        let der = csr_text::decode(text).ok_or_else(malformed)?;
        let (rest, request) = X509CertificationRequest::from_der(&der).map_err(|_| malformed())?;
        if !rest.is_empty() {
            return Err(malformed());
        }
        Self::of(&der, &request, signatures)
    }

    fn of(
        der: &[u8],
        request: &X509CertificationRequest<'_>,
        signatures: &dyn CsrSignatures,
    ) -> Result<Self, Refusal> {
        let info = &request.certification_request_info;
        let key = CsrKey::of(&info.subject_pki)?;
        let signature_algorithm = named(&request.signature_algorithm.algorithm);
        match signatures.check(der) {
            CsrSignature::Right => {}
            CsrSignature::Wrong => return Err(refused(Outcome::CsrSignatureWrong)),
            CsrSignature::Unknown => {
                return Err(refused(Outcome::CsrAlgorithmRefused).value(signature_algorithm));
            }
        }
        Ok(Self {
            pem: csr_text::encode(der),
            subject: CsrSubject::of(&info.subject),
            names: alternative_names(request),
            key,
            signature_algorithm,
            has_bad_extensions: has_bad_extensions(request),
        })
    }
}

impl CsrSubject {
    fn of(name: &X509Name<'_>) -> Self {
        Self {
            common_name: first(name.iter_common_name()),
            organization: first(name.iter_organization()),
            unit: first(name.iter_organizational_unit()),
            locality: first(name.iter_locality()),
            state: first(name.iter_state_or_province()),
            country: first(name.iter_country()),
            email: first(name.iter_email()),
        }
    }
}

fn first<'a>(mut values: impl Iterator<Item = &'a AttributeTypeAndValue<'a>>) -> Option<String> {
    let text = values.next()?.as_str().ok()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn alternative_names(request: &X509CertificationRequest<'_>) -> Vec<String> {
    let extensions = request.requested_extensions().into_iter().flatten();
    let names = extensions.filter_map(|extension| match extension {
        ParsedExtension::SubjectAlternativeName(names) => Some(&names.general_names),
        _ => None,
    });
    names
        .flatten()
        .filter_map(
            |name| if let GeneralName::DNSName(text) = name { Some((*text).to_owned()) } else { None },
        )
        .collect()
}

fn has_bad_extensions(request: &X509CertificationRequest<'_>) -> bool {
    let mut extensions = request.requested_extensions().into_iter().flatten();
    extensions.any(|extension| match extension {
        ParsedExtension::BasicConstraints(constraints) => constraints.ca,
        ParsedExtension::SubjectAlternativeName(_)
        | ParsedExtension::SubjectKeyIdentifier(_)
        | ParsedExtension::KeyUsage(_)
        | ParsedExtension::ExtendedKeyUsage(_) => false,
        _ => true,
    })
}

/// An algorithm in the word of the registry, or its number if it has none there.
fn named(algorithm: &Oid<'_>) -> String {
    let registry = OidRegistry::default().with_crypto();
    registry.get(algorithm).map_or_else(|| algorithm.to_string(), |entry| entry.sn().to_owned())
}

fn refused(outcome: Outcome) -> Refusal {
    Refusal::new(outcome).at(Field::Csr)
}
