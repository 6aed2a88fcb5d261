//! What products are called: `certificate-rapid-dv` for the class `RAPID_DV`.

use engine::Refusal;
use engine::model::CertificateClass;

/// The code of a class.
pub(in crate::commands) fn code(class: &CertificateClass) -> String {
    format!("{PREFIX}{}", class.as_str().to_ascii_lowercase().replace('_', "-"))
}

/// The class of a code, in any case.
///
/// # Errors
/// `certificate_class_unknown`.
pub(in crate::commands) fn class(code: &str) -> Result<CertificateClass, Refusal> {
    let code = code.trim().to_ascii_lowercase();
    CertificateClass::parse(&code.strip_prefix(PREFIX).unwrap_or(&code).replace('-', "_"))
}

const PREFIX: &str = "certificate-";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_told() {
        let rapid = CertificateClass::parse("RAPID_DV").unwrap();
        assert_eq!(code(&rapid), "certificate-rapid-dv");
        assert_eq!(class("Certificate-Rapid-DV").unwrap(), rapid);
        assert!(class("certificate-").is_err());
    }
}
