//! E-mail addresses.

use std::{fmt, str::FromStr};

use email_address::{EmailAddress, Options};
use outcomes::Outcome;

use super::DomainName;
use crate::Refusal;

/// An address by the syntax of RFC 5321, with a fully qualified domain.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Email(Box<str>);

impl Email {
    /// Reads an address.
    ///
    /// # Errors
    /// `email_malformed` when it is none.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let options = Options::default().with_required_tld().without_domain_literal().without_display_text();
        let sound =
            text.len() <= 254 && text.is_ascii() && EmailAddress::parse_with_options(text, options).is_ok();
        let domain = text.rsplit_once('@').map_or("", |(_, domain)| domain);
        if !sound || DomainName::parse(domain).is_err() || EmailAddress::from_str(text).is_err() {
            return Err(Refusal::new(Outcome::EmailMalformed).value(text));
        }
        Ok(Self(text.into()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same address in small letters, for where mail is taken without regard to their size.
    #[must_use]
    pub fn canonical(&self) -> Self {
        Self(self.0.to_ascii_lowercase().into())
    }

    /// The name behind the `@`, in its canonical form.
    pub fn domain(&self) -> DomainName {
        let domain = self.0.rsplit_once('@').map_or("", |(_, domain)| domain);
        DomainName::from_store(domain.to_ascii_lowercase())
    }

    /// An address that was parsed before and comes back from the store.
    pub fn from_store(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_its_domain() {
        let email = Email::parse("Jane.DOE@Example.test").unwrap();
        assert_eq!(email.canonical().as_str(), "jane.doe@example.test");
        assert_eq!(email.domain(), DomainName::parse("example.test").unwrap());
    }

    #[test]
    fn tells_addresses_from_other_text() {
        assert!(Email::parse("jane.doe+x@example.test").is_ok());
        let long_local = format!("{}@example.test", "a".repeat(65));
        for bad in [
            "",
            "jane",
            "@example.test",
            "jane@",
            "jane@localhost",
            "a b@example.test",
            "Jane <j@example.test>",
            "j@[192.0.2.1]",
            &long_local,
        ] {
            assert!(Email::parse(bad).is_err(), "{bad}");
        }
    }
}
