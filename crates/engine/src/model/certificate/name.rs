//! Names that certificates are good for.

use std::fmt;

use outcomes::{Field, Outcome};

use crate::Refusal;
use crate::model::DomainName;

/// A domain name, or all names one label below it: `*.shop.test` (RFC 6125 section 6.4.3).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CertificateName {
    wildcard: bool,
    domain: DomainName,
}

impl CertificateName {
    /// Reads a name of two labels at least.
    ///
    /// # Errors
    /// `certificate_name_malformed`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let (wildcard, rest) = text.strip_prefix("*.").map_or((false, text), |rest| (true, rest));
        let domain = DomainName::parse(rest).ok().filter(|domain| domain.split_first().is_some());
        // What ends in digits alone is an address, for which no product is.
        let named = domain.filter(|domain| !ends_in_number(domain));
        let malformed =
            || Refusal::new(Outcome::CertificateNameMalformed).at(Field::CertificateName).value(text);
        named.map(|domain| Self { wildcard, domain }).ok_or_else(malformed)
    }

    /// Whether it stands for all names below the domain.
    pub const fn is_wildcard(&self) -> bool {
        self.wildcard
    }

    /// The domain, without the asterisk.
    pub const fn domain(&self) -> &DomainName {
        &self.domain
    }
}

fn ends_in_number(domain: &DomainName) -> bool {
    domain.labels().last().is_some_and(|label| label.bytes().all(|byte| byte.is_ascii_digit()))
}

impl fmt::Display for CertificateName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.wildcard {
            f.write_str("*.")?;
        }
        self.domain.fmt(f)
    }
}

impl TryFrom<String> for CertificateName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).map_err(|refusal| refusal.reason())
    }
}

impl From<CertificateName> for String {
    fn from(name: CertificateName) -> Self {
        name.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_begin_with_one_asterisk() {
        let read = |text: &str| CertificateName::parse(text).map(|name| name.to_string());
        assert_eq!(read("WWW.Shop.test").unwrap(), "www.shop.test");
        assert_eq!(read("*.shop.test").unwrap(), "*.shop.test");
        for bad in ["", "test", "*.test", "*.*.test", "w*.shop.test", "192.0.2.1", "a b.test", "localhost"] {
            assert_eq!(read(bad).unwrap_err().outcome, Outcome::CertificateNameMalformed, "{bad}");
        }
    }
}
